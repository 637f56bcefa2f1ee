import type { Ore } from '../src/money/ore.ts';
import type { Rate } from '../src/money/rate.ts';

/**
 * A cell: text, a whole number, an amount in øre, an exact decimal, or a day. What kind it is shows in its type, so a
 * number is never mistaken for text that looks like one.
 */
export type Cell = string | number | Ore | Rate | Temporal.PlainDate;

/** One flat table: a header, and the rows below it. An empty cell is an empty text. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A cell as it is read: text, where CSV knows nothing else; in XLSX exact decimals and days too. */
export type ReadCell = string | Rate | Temporal.PlainDate;

/** Rows as a file has them, the header first and empty rows in between: a row's place tells its number in the spreadsheet. */
export type ReadRows = readonly (readonly ReadCell[])[];
