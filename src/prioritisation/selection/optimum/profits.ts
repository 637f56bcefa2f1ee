import type { Fraction } from '../fraction.ts';
import { type Scaled, scaled } from './whole-row.ts';

/** Values as a solver gets them: in units of `unit` / `magnified`. */
export interface Profits extends Scaled {
  readonly magnified: number;
}

/** Above the differences that a solver takes for equal, in any share of the value. */
const SHARE_MAGNITUDE = 2 ** 30;

/** Shares have no least step, so their values are made large beside what a solver takes for equal. */
export function profitsOf(values: readonly bigint[], hasParts: boolean): Profits {
  const whole = scaled(values, 'up');
  const largest = Math.max(1, ...whole.doubles);
  const magnified = hasParts ? 2 ** Math.max(0, Math.floor(Math.log2(SHARE_MAGNITUDE / largest))) : 1;
  return { ...whole, doubles: whole.doubles.map((profit) => profit * magnified), magnified };
}

/**
 * Relative to a bound of whole sums: what a solver's arithmetic may err by. Twenty times the largest error that was seen of
 * HiGHS, over sums of up to 2^50.
 */
const WHOLE_ERROR = 2 ** -40;
/** The same for shares, whose rows are relaxed a little and hold within a tolerance only. */
export const SHARE_ERROR = 1e-9;

/** A solver's bound in the units of the valuation, made larger by what the solver may err; whole values have whole bounds. */
export function boundFrom(bound: number, { unit, magnified }: Profits, hasParts: boolean): Fraction {
  const careful = (bound + Math.abs(bound) * (hasParts ? SHARE_ERROR : WHOLE_ERROR)) / magnified;
  if (!hasParts) return { numerator: BigInt(Math.floor(careful + 1e-6)) * unit, denominator: 1n };
  const denominator = 2n ** 40n;
  return { numerator: BigInt(Math.ceil(careful * 2 ** 40)) * unit, denominator };
}
