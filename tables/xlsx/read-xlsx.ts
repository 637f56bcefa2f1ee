import { accepted, type Result, refused } from '../../src/refusal.ts';
import type { ReadRows } from '../table.ts';
import { tableRefusal } from '../table-refusals.ts';
import { sheetCells } from './sheet-cells.ts';
import { unpack } from './unpack.ts';
import { workbookParts } from './workbook-parts.ts';

/**
 * Reads the rows of an XLSX file's first sheet, the header first. Numbers are read from the file's text as exact decimals, days as days, the
 * rest as text; a formula is what the spreadsheet computed last.
 *
 * @returns refused with `table_not_readable`, `table_too_large`, and with the row and the column's letter `cell_error`,
 * `cell_not_computed` or `cell_too_far`
 */
export function readXlsx(bytes: Uint8Array): Result<ReadRows> {
  const parts = unpack(bytes);
  if (!parts.ok) return parts;
  try {
    const workbook = workbookParts(parts.value);
    if (workbook === undefined) return refused(tableRefusal('table_not_readable'));
    const { rows, refusals } = sheetCells(workbook);
    return refusals.length > 0 ? refused(...refusals) : accepted(rows);
  } catch (error) {
    if (error instanceof SyntaxError) return refused(tableRefusal('table_not_readable'));
    throw error;
  }
}
