/** The first and the last rows, so many in all: in a table sorted by change, those who gain most and those who lose most. */
export function ends<Row>(rows: readonly Row[], most: number): readonly Row[] {
  const half = Math.ceil(most / 2);
  return rows.length <= most ? rows : [...rows.slice(0, half), ...rows.slice(half - most)];
}
