import { Amount } from '../explanation/amount.tsx';
import { inBoth } from '../language/language.ts';
import { figure } from '../numbers/format.ts';
import type { Column } from '../table/column.ts';

const words = inBoth(
  { population: 'Indbyggere', amount: 'Beløb', perCitizen: 'Borgerpris' },
  { population: 'Citizens', amount: 'Amount', perCitizen: 'Per citizen' },
);

/** What a municipality pays in a year. */
interface Share {
  readonly municipality: string;
  readonly population: number;
  readonly amount: string;
  readonly perCitizen: string;
}

export function populationColumn<Row extends Share>(): Column<Row> {
  return {
    id: 'population',
    title: words().population,
    kind: 'count',
    value: ({ population }) => String(population),
  };
}

/** The amount, which can be asked about. */
export function amountColumn<Row extends Share>(yearOf: (row: Row) => number): Column<Row> {
  return {
    id: 'amount',
    title: words().amount,
    kind: 'amount',
    value: ({ amount }) => amount,
    cell: (row) => (
      <Amount
        value={row.amount}
        figure={{ year: yearOf(row), figure: 'amount', municipality: row.municipality }}
      >
        {figure(row.amount)}
      </Amount>
    ),
  };
}

export function perCitizenColumn<Row extends Share>(): Column<Row> {
  return {
    id: 'perCitizen',
    title: words().perCitizen,
    kind: 'amount',
    value: ({ perCitizen }) => perCitizen,
  };
}
