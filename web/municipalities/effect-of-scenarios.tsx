import type { AgreementView } from '../api/agreement.ts';
import { type CompareAnswer, type MunicipalityDifference, useComparison } from '../api/compare.ts';
import { type KeptScenario, useScenarios } from '../api/scenario.ts';
import { inBoth, say } from '../language/language.ts';
import { Loaded } from '../parts/loaded.tsx';
import { addressOf } from '../shell/location.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { changeColumns } from './change-columns.tsx';

const words = inBoth(
  {
    title: (year: number) => `Hvad hvert scenarie gør ved kommunen i ${year}`,
    text: (baseline: string) =>
      `Forskellen til »${baseline}«. Et klik på et scenarie åbner det her på siden.`,
    name: (name: string, year: number) => `Scenarier ${name} ${year}, kr.`,
    scenario: 'Scenarie',
    amount: 'Beløb',
  },
  {
    title: (year: number) => `What each scenario does to the municipality in ${year}`,
    text: (baseline: string) =>
      `The difference to “${baseline}”. A click on a scenario opens it on this page.`,
    name: (name: string, year: number) => `Scenarios ${name} ${year}, DKK`,
    scenario: 'Scenario',
    amount: 'Amount',
  },
);

/** As many as one comparison takes. */
const MOST_COMPARED = 50;

interface Row {
  readonly scenario: KeptScenario;
  /** Absent where the scenario does not have the year, or has the municipality no longer. */
  readonly found: MunicipalityDifference | undefined;
}

/** Every other scenario beside the one that is shown, for one municipality and year. */
export function EffectOfScenarios({
  view,
  municipality,
  baseline,
  year,
}: {
  readonly view: AgreementView;
  readonly municipality: string;
  readonly baseline: string;
  readonly year: number;
}) {
  const scenarios = useScenarios(view.document.agreement);
  const others = (scenarios.value ?? []).filter(({ id }) => id !== baseline).slice(0, MOST_COMPARED);
  const shown = scenarios.value?.find(({ id }) => id === baseline);
  const compared = useComparison(baseline, others.length === 0 ? undefined : others.map(({ id }) => id));
  return (
    <section>
      <h2>{words().title(year)}</h2>
      <p>{words().text(shown === undefined ? baseline : say(shown.title))}</p>
      <Loaded answer={compared}>
        {(answer) => (
          <DataTable
            name={words().name(view.municipalityName(municipality), year)}
            columns={columnsOf(municipality, year)}
            rows={others.map((scenario) => ({
              scenario,
              found: differenceIn(answer, scenario.id, year, municipality),
            }))}
            rowKey={({ scenario }) => scenario.id}
            sorting={{ column: 'difference', isDescending: true }}
          />
        )}
      </Loaded>
    </section>
  );
}

function differenceIn(
  { scenarios }: CompareAnswer,
  id: string,
  year: number,
  municipality: string,
): MunicipalityDifference | undefined {
  return scenarios
    .find(({ scenario }) => scenario === id)
    ?.years.find((one) => one.year === year)
    ?.municipalities.find((one) => one.municipality === municipality);
}

function columnsOf(municipality: string, year: number): Column<Row>[] {
  const address = (scenarie: string) =>
    addressOf('/kommuner', { kommune: municipality, scenarie, aar: String(year) });
  return [
    {
      id: 'scenario',
      title: words().scenario,
      kind: 'text',
      value: ({ scenario }) => say(scenario.title),
      cell: ({ scenario }) => <a href={address(scenario.id)}>{say(scenario.title)}</a>,
    },
    {
      id: 'amount',
      title: words().amount,
      kind: 'amount',
      value: ({ found }) => found?.amount.scenario,
    },
    ...changeColumns<Row>(({ found }) =>
      found === undefined
        ? undefined
        : {
            difference: found.amount.difference,
            ...(found.change !== undefined && { change: found.change }),
          },
    ),
  ];
}
