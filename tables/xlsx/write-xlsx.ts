import { kronerFromOre } from '../../src/money/ore.ts';
import { rateText } from '../../src/money/rate.ts';
import type { Cell, Table } from '../table.ts';
import { xlsxBytes } from './package.ts';
import { cellName, type Sheet } from './sheet.ts';

/**
 * Writes a table as an XLSX file of one sheet, with a header that stays in sight. Amounts are numbers with two decimals, so that they add up
 * in Excel; a number of more than 15 digits, of which Excel would lose the last, is text. Text is never a formula.
 *
 * @param name of the sheet
 */
export function xlsxOf(table: Table, name: string): Uint8Array {
  return xlsxOfTables({ [name]: table });
}

/** The same of several tables, each a sheet of the name that it has here. */
export function xlsxOfTables(tables: Readonly<Record<string, Table>>): Uint8Array {
  return xlsxBytes(Object.entries(tables).map(([name, table]) => tableSheet(table, name)));
}

function tableSheet({ header, rows }: Table, name: string): Sheet {
  return {
    name: sheetName(name),
    widths: header.map((title, column) => columnWidth([title, ...rows.map((row) => row[column] ?? '')])),
    rows: [
      header.map((value) => ({ value, style: 'heading' as const })),
      ...rows.map((row) => row.map((value) => ({ value }))),
    ],
    frozen: { rows: 1, columns: 0 },
    ...(header.length > 0 && { filter: `A1:${cellName(header.length - 1, rows.length + 1)}` }),
  };
}

/** What Excel allows in the name of a sheet. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || 'Ark1'
  );
}

const NARROWEST = 8;
const WIDEST = 48;

/** Room for the longest cell, with separators and some air. */
function columnWidth(cells: readonly Cell[]): number {
  const longest = cells.reduce<number>((length, cell) => Math.max(length, shownLength(cell)), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

function shownLength(cell: Cell): number {
  switch (typeof cell) {
    case 'string':
      return cell.length;
    case 'number':
      return String(cell).length;
    case 'bigint':
      return Math.ceil(kronerFromOre(cell).length * 1.25);
    default:
      return cell instanceof Temporal.PlainDate ? 10 : rateText(cell).length;
  }
}
