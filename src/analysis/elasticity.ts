import { ratio, roundHalfAwayFromZero } from '../money/exact.ts';
import { decimalText } from './decimal-range.ts';

const DECIMALS = 6;

/** A value before and after, both in the same whole units. */
export interface Movement {
  readonly before: bigint;
  readonly from: bigint;
  readonly to: bigint;
}

/**
 * By how many percent a figure moves when its parameter moves by one (*elasticitet*): relative to where both started, exact and
 * rounded to six decimals. None when either starts at zero or the parameter does not move.
 */
export function elasticity(figure: Movement, parameter: Movement): string | undefined {
  const moved = parameter.to - parameter.from;
  if (figure.before === 0n || parameter.before === 0n || moved === 0n) return undefined;
  const scaled = ratio(
    (figure.to - figure.from) * parameter.before * 10n ** BigInt(DECIMALS),
    figure.before * moved,
  );
  return decimalText(roundHalfAwayFromZero(scaled), DECIMALS);
}
