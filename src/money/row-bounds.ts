import { add, type Exact, ratio, terms, ZERO } from './exact.ts';
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
      numerator: members.reduce((sum, { remainders }) => sum + (remainders[row] ?? 0n), 0n),
      divisor,
    }));
    return enclosedBounds(fractions) ?? exactBounds(fractions);
  });
}

interface RowFraction {
  readonly numerator: bigint;
  readonly divisor: bigint;
}

function enclosedBounds(fractions: readonly RowFraction[]): RowBounds | undefined {
  let lower = 0n;
  let truncated = 0n;
  for (const { numerator, divisor } of fractions) {
    if (numerator === 0n) continue;
    lower += (numerator << FRACTION_BITS) / divisor;
    truncated += 1n;
  }
  if (truncated === 0n) return { least: 0, most: 0 };
  const floor = lower >> FRACTION_BITS;
  const isDecided = (lower & FRACTION_MASK) !== 0n && (lower + truncated) >> FRACTION_BITS === floor;
  return isDecided ? { least: Number(floor), most: Number(floor) + 1 } : undefined;
}

function exactBounds(fractions: readonly RowFraction[]): RowBounds {
  let total: Exact = ZERO;
  for (const { numerator, divisor } of fractions) total = add(total, ratio(numerator, divisor));
  const { numerator, denominator } = terms(total);
  const floor = numerator / denominator;
  return { least: Number(floor), most: Number(floor) + (numerator % denominator === 0n ? 0 : 1) };
}
