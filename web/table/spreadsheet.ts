import { language } from '../language/language.ts';
import { isDecimal } from '../numbers/decimal.ts';
import { keepFile } from '../parts/keep-file.ts';
import type { Column } from './column.ts';

/** Rows of plain values under their titles, as spreadsheets take them. */
export interface Sheet {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function sheetOf<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet {
  return {
    name,
    titles: columns.map(({ title }) => title),
    rows: rows.map((row) => columns.map(({ value }) => value(row) ?? '')),
  };
}

/** For the clipboard: tabs between cells, which is what Excel pastes into columns. */
export function asTabs(sheet: Sheet): string {
  return lines(sheet, (cell) => cell.replace(/[\t\n]/g, ' '), '\t');
}

/** For Danish Excel: semicolons and decimal commas, and a mark that says it is UTF-8. */
function asCsv(sheet: Sheet): string {
  return `\uFEFF${lines(sheet, quoted, ';')}`;
}

/** An Excel workbook; the library is fetched when somebody wants one. */
export async function saveAsWorkbook(sheet: Sheet): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const heading = sheet.titles.map((value) => ({ value, fontWeight: 'bold' as const }));
  const rows = sheet.rows.map((row) => row.map(excelCell));
  await writeExcelFile([heading, ...rows], { sheet: sheet.name.slice(0, LONGEST_SHEET_NAME) }).toFile(
    `${sheet.name}.xlsx`,
  );
}

export function saveAsCsv(sheet: Sheet): void {
  keepFile(new Blob([asCsv(sheet)], { type: 'text/csv' }), `${sheet.name}.csv`);
}

const LONGEST_SHEET_NAME = 31;

function lines({ titles, rows }: Sheet, escaped: (cell: string) => string, between: string): string {
  return [titles, ...rows].map((row) => row.map((cell) => escaped(local(cell))).join(between)).join('\r\n');
}

function local(cell: string): string {
  return isDecimal(cell) && !isCode(cell) && language.value === 'da' ? cell.replace('.', ',') : cell;
}

/** A municipality's code is digits but no number: its zero in front must stay. */
function isCode(cell: string): boolean {
  return /^0\d/.test(cell);
}

/** Text that a spreadsheet would take for a formula is made plain text. */
function quoted(cell: string): string {
  const safe = /^[=+@]|^-\D/.test(cell) ? `'${cell}` : cell;
  return /[;"\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Excel has binary numbers of 15 digits only: enough for every amount here, to the øre. */
function excelCell(cell: string) {
  if (!isDecimal(cell) || isCode(cell)) return { value: cell };
  return { value: Number(cell), type: Number, format: cell.includes('.') ? '#,##0.00' : '#,##0' };
}
