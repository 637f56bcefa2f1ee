import { accepted, type Refusal, type Result, refused } from '../../src/refusal.ts';
import { PLAN_COLUMNS, type PlanColumn, REQUIRED_COLUMNS } from './columns.ts';
import { readCell } from './read-cells.ts';
import { rowRefusal } from './row-refusals.ts';

/** One row of a table of plans; what it leaves empty is absent. */
export interface PlanRow {
  /** As the spreadsheet counts it; the header is row 1. */
  readonly row: number;
  readonly cells: Partial<Record<PlanColumn, string>>;
}

/**
 * The rows below the header, by column; empty rows are left out. Refused with `column_missing`, `column_unknown` or
 * `column_repeated`.
 */
export function readRows([header = [], ...rows]: readonly (readonly string[])[]): Result<PlanRow[]> {
  const names = header.map((name) => name.trim());
  const columns = names.map((name) =>
    PLAN_COLUMNS.find((column) => column.toLowerCase() === name.toLowerCase()),
  );
  const refusals = checkHeader(names, columns);
  if (refusals.length > 0) return refused(...refusals);
  return accepted(
    rows.flatMap((cells, place) => {
      const read = columns.flatMap((column, at): [PlanColumn, string][] => {
        const cell = column === undefined ? '' : readCell(column, cells[at] ?? '');
        return column === undefined || cell === '' ? [] : [[column, cell]];
      });
      return read.length === 0 ? [] : [{ row: place + 2, cells: Object.fromEntries(read) }];
    }),
  );
}

/** Spreadsheets keep empty columns; those are no mistake. */
function checkHeader(names: readonly string[], columns: readonly (PlanColumn | undefined)[]): Refusal[] {
  const unknown = names.filter((name, at) => name !== '' && columns[at] === undefined);
  const repeated = columns.filter((column, at) => column !== undefined && columns.indexOf(column) < at);
  const missing = REQUIRED_COLUMNS.filter((column) => !columns.includes(column));
  return [
    ...unknown.map((name) => rowRefusal('column_unknown', 1, name, name)),
    ...repeated.map((name) => rowRefusal('column_repeated', 1, name, name ?? '')),
    ...missing.map((name) => rowRefusal('column_missing', 1, name, name)),
  ];
}
