import { language } from '../language/language.ts';
import { isDecimal } from '../numbers/decimal.ts';
import { keepFile } from '../parts/keep-file.ts';
import type { Column, ColumnKind } from './column.ts';

/** Rows of plain values under their titles, as spreadsheets take them. */
interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly kind: ColumnKind }[];
  readonly rows: readonly (readonly string[])[];
}

export function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  return { name, columns, rows: rows.map((row) => columns.map(({ value }) => value(row) ?? '')) };
}

/** For the clipboard: tabs between cells, which is what Excel pastes into columns. */
export function asTabs(sheet: Sheet): string {
  return lines(sheet, (cell) => cell.replace(/[\t\r\n]+/g, ' '), '\t');
}

/** For Danish Excel: semicolons and decimal commas, and a mark that says it is UTF-8. */
export function saveAsCsv(sheet: Sheet): void {
  const text = `\uFEFF${lines(sheet, quoted, ';')}`;
  keepFile(new Blob([text], { type: 'text/csv' }), `${fileNameOf(sheet.name)}.csv`);
}

/** An Excel workbook; the library is fetched when somebody wants one. */
export async function saveAsWorkbook({ name, columns, rows }: Sheet): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const heading = columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((cell, place) => excelCell(cell, columns[place]?.kind ?? 'text')));
  const sheet = name.replace(/[[\]:*?/\\]/g, ' ').slice(0, LONGEST_SHEET_NAME);
  await writeExcelFile([heading, ...cells], { sheet }).toFile(`${fileNameOf(name)}.xlsx`);
}

const LONGEST_SHEET_NAME = 31;

/** A name that ends in an abbreviation (`Vejle 2027, kr.`) must not give two points before the ending. */
function fileNameOf(name: string): string {
  return name.replace(/\.+$/, '');
}

function lines({ columns, rows }: Sheet, escaped: (cell: string) => string, between: string): string {
  const heading = columns.map(({ title }) => escaped(safe(title)));
  const below = rows.map((row) =>
    row.map((cell, place) => escaped(isText(columns[place]?.kind) ? safe(cell) : local(cell))),
  );
  return [heading, ...below].map((cells) => cells.join(between)).join('\r\n');
}

/** What is text stays text, even where it is digits: a code keeps its zero in front, a version its point. */
function isText(kind: ColumnKind | undefined): boolean {
  return kind === undefined || kind === 'text';
}

function local(number: string): string {
  return language.value === 'da' ? number.replace('.', ',') : number;
}

/** Text that a spreadsheet would take for a formula is made plain text. */
function safe(text: string): string {
  return /^[=+@]|^-\D/.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** How Excel shows each kind of number; the cell has all its digits. */
const FORMATS: Readonly<Record<Exclude<ColumnKind, 'text'>, string>> = {
  amount: '#,##0.00',
  rate: '0.00##%',
  change: '+0.00%;-0.00%;0.00%',
  count: 'General',
  ordinal: '0',
};

/** Excel has binary numbers of 15 digits only: enough for every amount here, to the øre. */
function excelCell(cell: string, kind: ColumnKind) {
  if (kind === 'text' || !isDecimal(cell)) return { value: cell };
  return { value: Number(cell), type: Number, format: FORMATS[kind] };
}
