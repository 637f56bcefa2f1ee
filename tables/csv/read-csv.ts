import { CsvError, parse } from 'csv-parse/sync';
import { accepted, type Result, refused } from '../../src/refusal.ts';
import { unguardFormula } from '../formula-guard.ts';
import { tableRefusal } from '../table-refusals.ts';
import { decodedText } from './decoded-text.ts';

/**
 * Reads the rows of a CSV file, the header first; all cells are text. Semicolons, tabs or commas separate, whichever the first row has most
 * of; quoted text may hold line breaks, which do not count as rows. An apostrophe that keeps text from being a formula is taken off.
 *
 * @returns refused with `csv_quotes` when a quotation mark is not closed, or closed within a cell
 */
export function readCsv(bytes: Uint8Array): Result<string[][]> {
  const text = decodedText(bytes);
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return accepted(rows.map((row) => row.map(unguardFormula)));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused(tableRefusal('csv_quotes', { row: Number(error.records ?? 0) + 1 }));
  }
}

const DELIMITERS = [';', '\t', ','] as const;
const QUOTED = /"(?:[^"]|"")*"/g;

/** What separates the cells of the first row; a semicolon where nothing does. */
function delimiterOf(text: string): string {
  const [firstRow = ''] = text.replace(QUOTED, '').split(/\r?\n/, 1);
  const counts = DELIMITERS.map((delimiter) => firstRow.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ';';
}
