import type { Cell, Table } from '../../tables/table.ts';

export type NameOf = (municipality: string) => string;

/** How one table is made of a year's part of an answer. */
export interface YearTableForm<Year> {
  readonly header: readonly string[];
  readonly rowsOf: (year: Year, nameOf: NameOf) => readonly (readonly Cell[])[];
}

/** The table of all years; each row begins with its year. */
export function yearTable<Year extends { readonly year: number }>(
  { header, rowsOf }: YearTableForm<Year>,
  years: readonly Year[],
  nameOf: NameOf,
): Table {
  const rows = years.flatMap((year) => rowsOf(year, nameOf).map((row) => [year.year, ...row]));
  return { header: ['year', ...header], rows };
}
