import {
  compare,
  divide,
  floor,
  multiply,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from './rational.ts';
import { RefusedYear } from './refused-year.ts';

/** Each part's exact share of the total: T · weight / Σ weights. Throws RefusedYear when nothing carries the total. */
export function quotas(total: bigint, weights: readonly Rational[]): Rational[] {
  const all = sum(weights);
  if (compare(all, ZERO) !== 0) {
    const perWeight = divide(rational(total), all);
    return weights.map((weight) => multiply(weight, perWeight));
  }
  if (total !== 0n) throw new RefusedYear('nobody has a weight in an amount that must be shared');
  return weights.map(() => ZERO);
}

/**
 * Largest remainder (model, section 3): floors of the exact shares, then one øre to each of the largest
 * fractional parts until the total is met; ties go to the earlier. Shares must not be negative.
 */
export function largestRemainder(shares: readonly Rational[]): bigint[] {
  const parts = shares.map(floor);
  const short = Number(floor(sum(shares)) - parts.reduce((total, part) => total + part, 0n));
  const neediest = shares
    .map((share, place) => ({ place, fraction: subtract(share, rational(floor(share))) }))
    .sort((first, second) => compare(second.fraction, first.fraction) || first.place - second.place)
    .slice(0, short);
  const topped = new Set(neediest.map(({ place }) => place));
  return parts.map((part, place) => (topped.has(place) ? part + 1n : part));
}

/** A total shared by weight; a negative total is shared by its absolute value. */
export function apportion(total: bigint, weights: readonly Rational[]): bigint[] {
  if (total < 0n) return apportion(-total, weights).map((part) => -part);
  return largestRemainder(quotas(total, weights));
}
