import type { AgreementView } from '../api/agreement.ts';
import { usePrice, type YearPrice } from '../api/scenario.ts';
import { Amount } from '../explanation/amount.tsx';
import { inBoth } from '../language/language.ts';
import { figure } from '../numbers/format.ts';
import { Loaded } from '../parts/loaded.tsx';
import { addressOf } from '../shell/location.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';

const words = inBoth(
  {
    title: (year: number) => `Alle kommuner i ${year}`,
    name: (year: number) => `Kommuner ${year}, kr.`,
    municipality: 'Kommune',
    population: 'Indbyggere',
    amount: 'Beløb',
    perCitizen: 'Borgerpris',
  },
  {
    title: (year: number) => `All municipalities in ${year}`,
    name: (year: number) => `Municipalities ${year}, DKK`,
    municipality: 'Municipality',
    population: 'Citizens',
    amount: 'Amount',
    perCitizen: 'Per citizen',
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
      cell: ({ municipality, amount }) => (
        <Amount value={amount} figure={{ year, figure: 'amount', municipality }}>
          {figure(amount)}
        </Amount>
      ),
    },
    {
      id: 'perCitizen',
      title: words().perCitizen,
      kind: 'amount',
      value: ({ perCitizen }) => perCitizen,
    },
  ];
}
