import type { Table } from '../../tables/table.ts';
import type { SplitsAnswer } from '../answers/splits-answer.ts';
import { amountCell } from './number-cells.ts';

/** A split as flat rows: one for each cell. */
export function splitsTable({ rows }: SplitsAnswer): Table {
  return {
    header: ['row', 'column', 'amount'],
    rows: rows.flatMap(({ id, cells }) =>
      Object.entries(cells).map(([column, amount]) => [id, column, amountCell(amount)]),
    ),
  };
}
