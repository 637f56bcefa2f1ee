import { mendRows } from '../money/mend-rows.ts';
import type { CompiledKey } from './compiled-key.ts';
import { type RoundedColumn, roundColumn } from './rounded-column.ts';
import { certainRowBounds } from './row-bounds.ts';

/** A whole total in øre, and the key it is split by. */
export interface MatrixColumn {
  readonly total: number;
  readonly key: CompiledKey;
}

/** The amounts of a column in whole øre: of the rows that weigh something, ascending. */
export interface ColumnAmounts extends MatrixColumn {
  readonly rows: Int32Array;
  readonly amounts: Float64Array;
  /** The column by itself, before rows were mended. */
  readonly rounded: RoundedColumn;
}

export interface SplitMatrix {
  readonly rowCount: number;
  readonly columns: readonly ColumnAmounts[];
}

/**
 * The two-way split, cell by cell the same as `splitTwoWay` gives, over columns that hold only the rows that take part.
 *
 * @param columns in canonical order; totals 0 … 2^51
 * @param known a split made before: columns that have not changed are not rounded again, and if none has it is the answer
 */
export function splitMatrix(
  columns: readonly MatrixColumn[],
  rowCount: number,
  known?: SplitMatrix,
): SplitMatrix {
  const unchanged = columns.map(({ total, key }, place) => {
    const before = known?.columns[place];
    return before?.key === key && before.total === total ? before.rounded : undefined;
  });
  const isSame = known?.columns.length === columns.length && known.rowCount === rowCount;
  if (isSame && unchanged.every((column) => column !== undefined)) return known;
  const rounded = columns.map(({ total, key }, place) => unchanged[place] ?? roundColumn(total, key));
  const mended = rounded.map(({ fractional: { rows, raised } }) => ({ rows, raised: raised.slice() }));
  mendRows(mended, certainRowBounds(rounded, rowCount));
  return {
    rowCount,
    columns: columns.map(({ total, key }, place): ColumnAmounts => {
      const column = rounded[place] ?? roundColumn(total, key);
      const { raised } = mended[place] ?? column.fractional;
      return { total, key, rows: column.rows, amounts: settled(column, raised), rounded: column };
    }),
  };
}

function settled({ floors, places }: RoundedColumn, raised: Uint8Array): Float64Array {
  const amounts = floors.slice();
  for (let cell = 0; cell < places.length; cell++) {
    const place = places[cell] ?? 0;
    amounts[place] = (amounts[place] ?? 0) + (raised[cell] ?? 0);
  }
  return amounts;
}

/** An amount for every row: zero for those that weigh nothing. */
export function denseColumn({ rows, amounts }: ColumnAmounts, rowCount: number): Float64Array {
  const dense = new Float64Array(rowCount);
  for (let cell = 0; cell < amounts.length; cell++) dense[rows[cell] ?? 0] = amounts[cell] ?? 0;
  return dense;
}
