import { ratio, roundDown, roundUp, sum } from './exact.ts';
import type { Quotas } from './quotas.ts';

/** How many of a row's fractional cells must and may stand at their ceiling: floor and ceiling of the fractions' sum. */
export interface RowBounds {
  readonly least: number;
  readonly most: number;
}

/** Bits behind the point in which fractions are first added up; enough that a doubt means a (nearly) whole sum. */
const FRACTION_BITS = 96n;
const FRACTION_MASK = (1n << FRACTION_BITS) - 1n;

/**
 * Floor and ceiling of each row's exact sum of fractional parts.
 *
 * Columns have unlike denominators, and their common one grows with every column. So the sum is first enclosed
 * between two fixed-point numbers; only where a whole number lies between these is it added up exactly.
 */
export function rowBounds(columns: readonly Quotas[], rowCount: number): RowBounds[] {
  const groups = [...Map.groupBy(columns, ({ divisor }) => divisor)];
  return Array.from({ length: rowCount }, (_, row) => {
    const fractions = groups.map(([divisor, members]) => ({
      numerator: members.reduce((total, { remainders }) => total + (remainders[row] ?? 0n), 0n),
      divisor,
    }));
    return enclosedBounds(fractions) ?? exactBounds(fractions);
  });
}

interface RowFraction {
  readonly numerator: bigint;
  readonly divisor: bigint;
}

/** Decided only when the fixed-point sum, which is at most one unit too small for each fraction, leaves no doubt. */
function enclosedBounds(fractions: readonly RowFraction[]): RowBounds | undefined {
  const lower = fractions.reduce(
    (total, { numerator, divisor }) => total + (numerator << FRACTION_BITS) / divisor,
    0n,
  );
  const upper = lower + BigInt(fractions.length);
  const floor = lower >> FRACTION_BITS;
  const isBetweenWholes = (lower & FRACTION_MASK) !== 0n && upper >> FRACTION_BITS === floor;
  return isBetweenWholes ? { least: Number(floor), most: Number(floor) + 1 } : undefined;
}

function exactBounds(fractions: readonly RowFraction[]): RowBounds {
  const total = sum(fractions.map(({ numerator, divisor }) => ratio(numerator, divisor)));
  return { least: Number(roundDown(total)), most: Number(roundUp(total)) };
}
