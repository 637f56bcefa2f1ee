import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from './rational.ts';
import { RefusedYear } from './refused-year.ts';
import type { Limits } from './terms.ts';

/** What a share may not fall below and, where there is a cap, not rise above; whole øre. */
interface Bounds {
  readonly least: Rational;
  readonly most?: Rational;
}

/**
 * The exact amounts clamp(λ · weight, floor, cap) that sum to the total, where caps and floors come from the
 * amounts of the year before (model, section 4). Throws RefusedYear when no λ meets the total.
 */
export function clampedShares(
  total: bigint,
  weights: readonly Rational[],
  limits: Limits,
  before: readonly bigint[],
): Rational[] {
  const bounds = weights.map((_, place) => boundsFrom(limits, before[place] ?? 0n));
  const sharesAt = (level: Rational) =>
    weights.map((weight, place) => clamp(multiply(level, weight), bounds[place]));
  const target = rational(total);
  const turns = turningPoints(weights, bounds);
  const next = turns.findIndex((level) => compare(sum(sharesAt(level)), target) >= 0);
  const low = turns[next === -1 ? turns.length - 1 : Math.max(next - 1, 0)] ?? ZERO;
  const high = next === -1 ? add(low, ONE) : (turns[next] ?? ZERO);
  const shares = sharesAt(levelBetween(low, high, sharesAt, target));
  if (compare(sum(shares), target) !== 0)
    throw new RefusedYear('the caps and floors of a key leave no exact split');
  return shares;
}

/** Between two turning points, and after the last, the sum of the shares is a straight line in the level. */
function levelBetween(
  low: Rational,
  high: Rational,
  sharesAt: (level: Rational) => Rational[],
  target: Rational,
): Rational {
  const atLow = sum(sharesAt(low));
  const rise = subtract(sum(sharesAt(high)), atLow);
  if (compare(rise, ZERO) === 0) return low;
  const part = divide(subtract(target, atLow), rise);
  return add(low, multiply(part, subtract(high, low)));
}

/** Limits bind only those who paid something for the solution in the year before. */
function boundsFrom({ rise, fall }: Limits, before: bigint): Bounds {
  if (before <= 0n) return { least: ZERO };
  const amount = rational(before);
  const least = fall === undefined ? ZERO : rational(ceiling(multiply(amount, subtract(ONE, fall))));
  if (rise === undefined) return { least };
  return { least, most: rational(floor(multiply(amount, add(ONE, rise)))) };
}

function clamp(share: Rational, bounds: Bounds | undefined): Rational {
  if (bounds === undefined) return share;
  if (compare(share, bounds.least) < 0) return bounds.least;
  return bounds.most !== undefined && compare(share, bounds.most) > 0 ? bounds.most : share;
}

/** The levels at which a share leaves its floor or meets its cap, ascending from zero. */
function turningPoints(weights: readonly Rational[], bounds: readonly Bounds[]): Rational[] {
  const levels = bounds.flatMap(({ least, most }, place) => {
    const weight = weights[place] ?? ZERO;
    if (compare(weight, ZERO) === 0) return [];
    return [least, ...(most === undefined ? [] : [most])].map((bound) => divide(bound, weight));
  });
  return [ZERO, ...levels].sort(compare);
}
