/**
 * Doubles beside exact whole numbers. They decide only what is clear: every estimate comes with a bound on its
 * error, and whatever lies within it is decided exactly.
 */

/** Half the distance from 1 to the next double: the greatest relative error of one rounding. */
const ROUNDOFF = 2 ** -53;

/** The greatest error, relative to what it started as, of a quantity that was changed in so many rounds. */
export function relativeError(rounds: number): number {
  return (rounds + 32) * 2 * ROUNDOFF;
}

/** Bits of the quotient that are kept: 53 make a double, the rest keeps the error of `quotient` below 2 · ROUNDOFF. */
const KEPT_BITS = 66;

/** The double nearest to numerator / denominator, but for a relative error of at most 2 · ROUNDOFF. */
export function quotient(numerator: bigint, denominator: bigint): number {
  if (numerator < 0n) return -quotient(-numerator, denominator);
  const shift = KEPT_BITS - bitLength(numerator) + bitLength(denominator);
  const shifted =
    shift >= 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift));
  return Number(shifted) * 2 ** -shift;
}

function bitLength(number: bigint): number {
  return number.toString(16).length * 4;
}
