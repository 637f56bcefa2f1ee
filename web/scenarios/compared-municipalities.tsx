import type { AgreementView } from '../api/agreement.ts';
import type { CompareAnswer, MunicipalityDifference } from '../api/compare.ts';
import { inBoth } from '../language/language.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { ends } from '../table/ends.ts';

const words = inBoth(
  {
    name: (year: number) =>
      `Kommunernes betaling ${year} i hvert scenarie, ændring i forhold til udgangspunktet`,
    municipality: 'Kommune',
    baseline: 'Udgangspunkt, kr.',
  },
  {
    name: (year: number) =>
      `What municipalities pay in ${year} under each scenario, change from the baseline`,
    municipality: 'Municipality',
    baseline: 'Baseline, DKK',
  },
);

/** So many municipalities stand on a paper of two pages; the names of more than three scenarios need the room. */
const PRINTED = 16;
const FEWER_PRINTED = 10;

/** A row: a municipality, with what each scenario does to it. */
interface Row {
  readonly municipality: string;
  readonly baseline: string | undefined;
  readonly under: ReadonlyMap<string, MunicipalityDifference>;
}

/** What every scenario does to every municipality; the first one sorts. */
export function ComparedMunicipalities({
  view,
  answer,
  year,
  titleOf,
  own,
}: {
  readonly view: AgreementView;
  readonly answer: CompareAnswer;
  readonly year: number;
  readonly titleOf: (id: string) => string;
  readonly own: string;
}) {
  const [first] = answer.scenarios;
  const columns: Column<Row>[] = [
    {
      id: 'municipality',
      title: words().municipality,
      kind: 'text',
      value: ({ municipality }) => view.municipalityName(municipality),
    },
    { id: 'baseline', title: words().baseline, kind: 'amount', value: ({ baseline }) => baseline },
    ...answer.scenarios.map(
      ({ scenario }): Column<Row> => ({
        id: scenario,
        title: titleOf(scenario),
        kind: 'change',
        value: ({ under }) => under.get(scenario)?.change,
      }),
    ),
  ];
  return (
    <DataTable
      name={words().name(year)}
      columns={columns}
      rows={rowsOf(answer, year)}
      rowKey={({ municipality }) => municipality}
      {...(first && { sorting: { column: first.scenario, isDescending: true } })}
      highlighted={({ municipality }) => municipality === own}
      onPaper={(all) => ends(all, answer.scenarios.length > 3 ? FEWER_PRINTED : PRINTED)}
    />
  );
}

function rowsOf({ scenarios }: CompareAnswer, year: number): Row[] {
  const rows = new Map<string, Map<string, MunicipalityDifference>>();
  for (const { scenario, years } of scenarios) {
    for (const difference of years.find((one) => one.year === year)?.municipalities ?? []) {
      const under = rows.get(difference.municipality) ?? new Map<string, MunicipalityDifference>();
      rows.set(difference.municipality, under.set(scenario, difference));
    }
  }
  return [...rows].map(([municipality, under]) => ({
    municipality,
    baseline: [...under.values()][0]?.amount.baseline,
    under,
  }));
}
