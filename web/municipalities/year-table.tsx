import { Amount } from '../explanation/amount.tsx';
import { inBoth } from '../language/language.ts';
import { figure } from '../numbers/format.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { changeColumns } from './change-columns.tsx';
import type { MunicipalityYear } from './municipality-report.ts';

const words = inBoth(
  {
    title: 'År for år',
    name: 'Kommunen år for år, kr.',
    year: 'År',
    population: 'Indbyggere',
    amount: 'Beløb',
    perCitizen: 'Borgerpris',
    ofAll: 'Alle kommuner',
  },
  {
    title: 'Year by year',
    name: 'The municipality year by year, DKK',
    year: 'Year',
    population: 'Citizens',
    amount: 'Amount',
    perCitizen: 'Per citizen',
    ofAll: 'All municipalities',
  },
);

/** A municipality's years below each other. */
export function YearTable({
  municipality,
  years,
  chosen,
}: {
  readonly municipality: string;
  readonly years: readonly MunicipalityYear[];
  readonly chosen: number;
}) {
  return (
    <section>
      <h2>{words().title}</h2>
      <DataTable
        name={words().name}
        columns={columnsOf(municipality)}
        rows={years}
        rowKey={({ year }) => String(year)}
        highlighted={({ year }) => year === chosen}
      />
    </section>
  );
}

function columnsOf(municipality: string): Column<MunicipalityYear>[] {
  return [
    { id: 'year', title: words().year, kind: 'text', value: ({ year }) => String(year) },
    {
      id: 'population',
      title: words().population,
      kind: 'count',
      value: ({ population }) => String(population),
    },
    {
      id: 'amount',
      title: words().amount,
      kind: 'amount',
      value: ({ amount }) => amount,
      cell: ({ year, amount }) => (
        <Amount value={amount} figure={{ year, figure: 'amount', municipality }}>
          {figure(amount)}
        </Amount>
      ),
    },
    ...changeColumns<MunicipalityYear>(({ sinceYearBefore }) => sinceYearBefore),
    {
      id: 'perCitizen',
      title: words().perCitizen,
      kind: 'amount',
      value: ({ perCitizen }) => perCitizen,
    },
    {
      id: 'perCitizenOfAll',
      title: words().ofAll,
      kind: 'amount',
      value: ({ perCitizenOfAll }) => perCitizenOfAll,
    },
  ];
}
