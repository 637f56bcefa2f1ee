import { invariant } from '../refusal.ts';
import { raisedByLargestRemainder } from './apportionment.ts';
import type { Exact } from './exact.ts';
import { type FractionalCells, mendRows } from './mend-rows.ts';
import { type Ore, ore } from './ore.ts';
import { type Quotas, quotasOf, wholeWeights } from './quotas.ts';
import { rowBounds } from './row-bounds.ts';

/** One total to be split over the rows; a row that takes no part weighs zero. */
export interface SplitColumn {
  readonly total: Ore;
  /** ≥ 0, one for each row in canonical order; not all zero unless the total is zero. */
  readonly weights: readonly Exact[];
}

/**
 * Splits several totals over the same rows so that columns and rows are exact at once (controlled rounding):
 * every column sums to its total, every cell is the floor or the ceiling of its exact quota, and every row's
 * total is the floor or the ceiling of its exact total. Model, section 4.
 *
 * Of all such matrices it gives one that differs in the fewest cells from the columns' own largest remainder
 * splits; between equals the order of rows and columns decides, so callers bring both in canonical order
 * (municipality code, catalogue).
 *
 * @returns the matrix as columns of rows, in the order given
 */
export function splitTwoWay(columns: readonly SplitColumn[]): Ore[][] {
  const rowCount = columns[0]?.weights.length ?? 0;
  invariant(
    columns.every((column) => column.weights.length === rowCount),
    'all columns have the same rows',
  );
  const starts = startFromLargestRemainders(columns);
  mendRows(
    starts,
    rowBounds(
      starts.map(({ quotas }) => quotas),
      rowCount,
    ),
  );
  return starts.map(roundedColumn);
}

/** A column while it is being rounded. */
interface RoundedColumn extends FractionalCells {
  readonly quotas: Quotas;
  readonly rows: readonly number[];
}

function startFromLargestRemainders(columns: readonly SplitColumn[]): RoundedColumn[] {
  return columns.map(({ total, weights }) => {
    const quotas = quotasOf(total, wholeWeights(weights));
    const isRaised = raisedByLargestRemainder(total, quotas);
    const rows = [...quotas.remainders.keys()].filter((row) => quotas.remainders[row] !== 0n);
    return { quotas, rows, raised: Uint8Array.from(rows, (row) => (isRaised[row] ? 1 : 0)) };
  });
}

function roundedColumn({ quotas, rows, raised }: RoundedColumn): Ore[] {
  const cells = quotas.floors.map(ore);
  rows.forEach((row, cell) => {
    if (raised[cell] === 1) cells[row] = ore((quotas.floors[row] ?? 0n) + 1n);
  });
  return cells;
}
