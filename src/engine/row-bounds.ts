import { ratio, roundDown, roundUp, sum } from '../money/exact.ts';
import type { RowBounds } from '../money/row-bounds.ts';
import type { RoundedColumn } from './rounded-column.ts';

/** Of one rounding, and of each fraction that is added up. */
const ROUNDOFF = 2 ** -52;

/**
 * Floor and ceiling of each row's exact sum of fractions.
 *
 * Fractions are added up as doubles. Where the sum is farther from every whole number than all rounding errors together could
 * carry it, floor and ceiling are certain; elsewhere the row is added up exactly.
 */
export function certainRowBounds(columns: readonly RoundedColumn[], rowCount: number): RowBounds[] {
  const sums = new Float64Array(rowCount);
  const counts = new Int32Array(rowCount);
  for (const { fractional, fractions } of columns) {
    const { rows } = fractional;
    for (let cell = 0; cell < fractions.length; cell++) {
      const row = rows[cell] ?? 0;
      sums[row] = (sums[row] ?? 0) + (fractions[cell] ?? 0);
      counts[row] = (counts[row] ?? 0) + 1;
    }
  }
  return Array.from(counts, (count, row) => {
    if (count === 0) return NOTHING_TO_ROUND;
    return certainBounds(sums[row] ?? 0, count) ?? exactRowBounds(columns, row);
  });
}

const NOTHING_TO_ROUND: RowBounds = { least: 0, most: 0 };

function certainBounds(total: number, count: number): RowBounds | undefined {
  const floor = Math.floor(total);
  const doubt = (count + 1) * (total + 1) * ROUNDOFF;
  const isCertain = total - floor > doubt && floor + 1 - total > doubt;
  return isCertain ? { least: floor, most: floor + 1 } : undefined;
}

function exactRowBounds(columns: readonly RoundedColumn[], row: number): RowBounds {
  const numerators = new Map<bigint, bigint>();
  for (const { fractional, fractionOf } of columns) {
    const cell = placeOf(fractional.rows, row);
    if (cell === undefined) continue;
    const { numerator, divisor } = fractionOf(cell);
    numerators.set(divisor, (numerators.get(divisor) ?? 0n) + numerator);
  }
  const total = sum([...numerators].map(([divisor, numerator]) => ratio(numerator, divisor)));
  return { least: Number(roundDown(total)), most: Number(roundUp(total)) };
}

/** Where a row stands in an ascending list of rows. */
function placeOf(rows: ArrayLike<number>, row: number): number | undefined {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row ? low : undefined;
}
