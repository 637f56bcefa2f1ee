/** Rows that one statement inserts at most: both engines limit the number of its parameters. */
const MOST_ROWS = 500;

/** Rows in order, as many at a time as one statement may insert. */
export function* inChunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += MOST_ROWS) yield rows.slice(start, start + MOST_ROWS);
}
