import { inBoth } from '../language/language.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { changeColumns } from './change-columns.tsx';
import type { MunicipalityYear } from './municipality-report.ts';
import { amountColumn, perCitizenColumn, populationColumn } from './share-columns.tsx';

const words = inBoth(
  {
    title: 'År for år',
    name: 'Kommunen år for år, kr.',
    year: 'År',
    ofAll: 'Alle kommuner',
  },
  {
    title: 'Year by year',
    name: 'The municipality year by year, DKK',
    year: 'Year',
    ofAll: 'All municipalities',
  },
);

/** A municipality's years below each other. */
export function YearTable({
  years,
  chosen,
}: {
  readonly years: readonly MunicipalityYear[];
  readonly chosen: number;
}) {
  return (
    <section>
      <h2>{words().title}</h2>
      <DataTable
        name={words().name}
        columns={columnsOf()}
        rows={years}
        rowKey={({ year }) => String(year)}
        highlighted={({ year }) => year === chosen}
      />
    </section>
  );
}

function columnsOf(): Column<MunicipalityYear>[] {
  return [
    { id: 'year', title: words().year, kind: 'ordinal', value: ({ year }) => String(year) },
    populationColumn(),
    amountColumn(({ year }) => year),
    ...changeColumns<MunicipalityYear>(({ sinceYearBefore }) => sinceYearBefore),
    perCitizenColumn(),
    {
      id: 'perCitizenOfAll',
      title: words().ofAll,
      kind: 'amount',
      value: ({ perCitizenOfAll }) => perCitizenOfAll,
    },
  ];
}
