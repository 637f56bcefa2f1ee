import { stringify } from 'csv-stringify/sync';
import { kronerFromOre, ore } from '../../src/money/ore.ts';

/** A cell: text, a whole number, or an amount in øre. */
export type Cell = string | number | bigint;

/** One table of an answer: a header, and the flat rows below it. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Writes a table as Danish Excel and Power Query read it: UTF-8 with a byte order mark, semicolons, decimal
 * comma, CRLF and one header row. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front; amounts are bigint here, which tells them from text, so that a negative one stays a number.
 */
export function csvOf({ header, rows }: Table): string {
  return stringify([[...header], ...rows.map((row) => [...row])], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    // A line break of either kind within text must not end the row.
    quote_record_delimiter: true,
    escape_formulas: true,
    cast: { bigint: danishAmount },
  });
}

/** The cell of an amount as an answer has it, which may be larger than any that a request may hold. */
export function amountCell(kroner: string): bigint {
  return BigInt(kroner.replace('.', ''));
}

/** `-1234,50`: no thousands separator, which spreadsheets would not read as part of a number. */
function danishAmount(amount: bigint): string {
  return kronerFromOre(ore(amount)).replace('.', ',');
}
