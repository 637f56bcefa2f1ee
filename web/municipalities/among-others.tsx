import type { AgreementView } from '../api/agreement.ts';
import { usePrice, type YearPrice } from '../api/scenario.ts';
import { inBoth } from '../language/language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { addressOf } from '../shell/location.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { amountColumn, perCitizenColumn, populationColumn } from './share-columns.tsx';

const words = inBoth(
  {
    title: (year: number) => `Alle kommuner i ${year}`,
    name: (year: number) => `Kommuner ${year}, kr.`,
    municipality: 'Kommune',
  },
  {
    title: (year: number) => `All municipalities in ${year}`,
    name: (year: number) => `Municipalities ${year}, DKK`,
    municipality: 'Municipality',
  },
);

type Row = YearPrice['municipalities'][number];

/** What every municipality pays, the chosen one marked. */
export function AmongOthers({
  view,
  municipality,
  scenario,
  year,
}: {
  readonly view: AgreementView;
  readonly municipality: string;
  readonly scenario: string;
  readonly year: number;
}) {
  const price = usePrice(scenario);
  return (
    <section>
      <h2>{words().title(year)}</h2>
      <Loaded answer={price}>
        {({ years }) => (
          <DataTable
            name={words().name(year)}
            columns={columnsOf(view, scenario, year)}
            rows={years.find((one) => one.year === year)?.municipalities ?? []}
            rowKey={(row) => row.municipality}
            sorting={{ column: 'perCitizen', isDescending: false }}
            highlighted={(row) => row.municipality === municipality}
          />
        )}
      </Loaded>
    </section>
  );
}

function columnsOf(view: AgreementView, scenarie: string, year: number): Column<Row>[] {
  return [
    {
      id: 'municipality',
      title: words().municipality,
      kind: 'text',
      value: ({ municipality }) => view.municipalityName(municipality),
      cell: ({ municipality }) => (
        <a href={addressOf('/kommuner', { kommune: municipality, scenarie, aar: String(year) })}>
          {view.municipalityName(municipality)}
        </a>
      ),
    },
    populationColumn(),
    amountColumn(() => year),
    perCitizenColumn(),
  ];
}
