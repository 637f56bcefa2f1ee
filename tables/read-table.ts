import { accepted, type Refusal, type Result, refused } from '../src/refusal.ts';
import { type CellReader, type CellReading, cellText } from './cell-readers.ts';
import type { ReadCell, ReadRows } from './table.ts';
import { type TableRefusalCode, tableRefusal } from './table-refusals.ts';

/** A column that a table is expected to have. */
export interface Column<Value> {
  /** Reads a cell that is not empty. */
  readonly read: CellReader<Value>;
  readonly empty: CellReading<Value>;
  /** Whether the table may do without the column: all its cells are empty then. */
  readonly mayBeMissing: boolean;
}

/** A column that says something in every row. */
export function needed<Value>(read: CellReader<Value>): Column<Value> {
  return { read, empty: { ok: false, code: 'cell_missing' }, mayBeMissing: false };
}

/** A column that must be there, and may be empty in rows. */
export function sparse<Value>(read: CellReader<Value>): Column<Value | undefined> {
  return { read, empty: { ok: true, value: undefined }, mayBeMissing: false };
}

/** A column that a table may do without. */
export function optional<Value>(read: CellReader<Value>): Column<Value | undefined> {
  return { ...sparse(read), mayBeMissing: true };
}

type Columns = Readonly<Record<string, Column<unknown>>>;

/** A row below the header that says anything. */
export interface TableRow<Form extends Columns> {
  /** As the spreadsheet counts it; the header is row 1. */
  readonly row: number;
  readonly cells: { readonly [Name in keyof Form]: Form[Name] extends Column<infer Value> ? Value : never };
}

/**
 * The rows of a table by the names of its columns, which may stand in any order and case; empty rows are left out. Refused with everything
 * that is wrong, each with its row and column: `['rows', 17, 'amount']`.
 */
export function readTable<Form extends Columns>(rows: ReadRows, form: Form): Result<TableRow<Form>[]> {
  const [header = [], ...below] = rows;
  const names = header.map(cellText);
  const known = Object.keys(form);
  const columns = names.map((name) => known.find((column) => column.toLowerCase() === name.toLowerCase()));
  const refusals = checkHeader(names, columns, form);
  if (refusals.length > 0) return refused(...refusals);
  const read = below.flatMap((cells, place) =>
    cells.every(isEmpty) ? [] : [readRow(cells, place + 2, columns, form)],
  );
  const inRows = read.flatMap((row) => row.refusals);
  return inRows.length > 0 ? refused(...inRows) : accepted(read.map(({ row }) => row));
}

/** Spreadsheets keep empty columns; those are no mistake. */
function checkHeader(
  names: readonly string[],
  columns: readonly (string | undefined)[],
  form: Columns,
): Refusal[] {
  const at = (code: TableRefusalCode, name: string) => tableRefusal(code, { row: 1, column: name }, name);
  const unknown = names.filter((name, place) => name !== '' && columns[place] === undefined);
  const repeated = columns.filter((column, place) => column !== undefined && columns.indexOf(column) < place);
  const missing = Object.keys(form).filter(
    (column) => form[column]?.mayBeMissing !== true && !columns.includes(column),
  );
  return [
    ...unknown.map((name) => at('column_unknown', name)),
    ...repeated.map((name) => at('column_repeated', name ?? '')),
    ...missing.map((name) => at('column_missing', name)),
  ];
}

function readRow<Form extends Columns>(
  cells: readonly ReadCell[],
  row: number,
  columns: readonly (string | undefined)[],
  form: Form,
): { readonly row: TableRow<Form>; readonly refusals: readonly Refusal[] } {
  const outside = cells.filter((cell, place) => columns[place] === undefined && !isEmpty(cell));
  const refusals = outside.map((cell) => tableRefusal('cell_outside_columns', { row }, cellText(cell)));
  const values: [string, unknown][] = [];
  for (const [name, column] of Object.entries(form)) {
    const cell = cells[columns.indexOf(name)] ?? '';
    const reading = isEmpty(cell) ? column.empty : column.read(cell);
    if (reading.ok) values.push([name, reading.value]);
    else refusals.push(tableRefusal(reading.code, { row, column: name }, cellText(cell)));
  }
  // The values were read by the columns of these names, which the type cannot see through the entries.
  return { row: { row, cells: Object.fromEntries(values) as TableRow<Form>['cells'] }, refusals };
}

function isEmpty(cell: ReadCell): boolean {
  return typeof cell === 'string' && cell.trim() === '';
}
