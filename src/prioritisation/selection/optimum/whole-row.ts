import { greatestCommonDivisor } from '../../../money/exact.ts';

/** Whole numbers in doubles: number ≈ double · unit, exactly so when `isExact`. */
export interface Scaled {
  readonly doubles: readonly number[];
  readonly unit: bigint;
  readonly isExact: boolean;
}

/**
 * Above this a solver in doubles no longer tells neighbouring sums apart: at 2^50 HiGHS was seen to call sets the best that were
 * not, at 2^46 it was not.
 */
const LARGEST_SUM = 2n ** 42n;

/**
 * Divides whole numbers ≥ 0 by their common divisor and, where their sum is still too large, by a power of two, rounding `down` or `up`
 * so that what is derived from them is a relaxation: it never cuts off what is allowed.
 */
export function scaled(numbers: readonly bigint[], rounding: 'down' | 'up'): Scaled {
  const divisor = numbers.reduce(greatestCommonDivisor, 0n) || 1n;
  let sum = numbers.reduce((total, number) => total + number, 0n) / divisor;
  let power = 1n;
  while (sum >= LARGEST_SUM) [sum, power] = [sum / 2n, power * 2n];
  const unit = divisor * power;
  const rest = rounding === 'up' ? unit - 1n : 0n;
  return {
    doubles: numbers.map((number) => Number((number + rest) / unit)),
    unit,
    isExact: power === 1n,
  };
}
