/** numerator / denominator, the denominator above 0; not necessarily in lowest terms. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const NOTHING: Fraction = { numerator: 0n, denominator: 1n };

/** Below zero, zero or above zero as the first is less than, equal to or greater than the second. */
export function compareFractions(first: Fraction, second: Fraction): bigint {
  return first.numerator * second.denominator - second.numerator * first.denominator;
}
