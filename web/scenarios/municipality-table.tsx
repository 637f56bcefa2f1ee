import type { AgreementView } from '../api/agreement.ts';
import type { MunicipalityDifference, YearDifference } from '../api/compare.ts';
import { Amount } from '../explanation/amount.tsx';
import { figureWords } from '../explanation/figure-name.ts';
import { inBoth } from '../language/language.ts';
import { figure } from '../numbers/format.ts';
import { toneOf } from '../parts/tone.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { ends } from '../table/ends.ts';

const words = inBoth(
  {
    name: (year: number) => `Kommunernes betaling ${year}, kr.`,
    municipality: 'Kommune',
    baseline: 'Udgangspunkt',
    scenario: 'Scenarie',
    difference: 'Forskel',
    change: 'Ændring',
  },
  {
    name: (year: number) => `What municipalities pay in ${year}, DKK`,
    municipality: 'Municipality',
    baseline: 'Baseline',
    scenario: 'Scenario',
    difference: 'Difference',
    change: 'Change',
  },
);

/** So many municipalities stand on a paper of two pages. */
const PRINTED = 16;

/** What every municipality pays under both, the largest change first. */
export function MunicipalityTable({
  view,
  year,
  own,
}: {
  readonly view: AgreementView;
  readonly year: YearDifference;
  readonly own: string | undefined;
}) {
  return (
    <DataTable
      name={words().name(year.year)}
      columns={columnsOf(view, year.year)}
      rows={year.municipalities}
      rowKey={({ municipality }) => municipality}
      sorting={{ column: 'change', isDescending: true }}
      highlighted={({ municipality }) => municipality === own}
      onPaper={(all) => ends(all, PRINTED)}
    />
  );
}

function columnsOf(view: AgreementView, year: number): Column<MunicipalityDifference>[] {
  const say = words();
  return [
    {
      id: 'municipality',
      title: say.municipality,
      kind: 'text',
      value: ({ municipality }) => view.municipalityName(municipality),
    },
    { id: 'baseline', title: say.baseline, kind: 'amount', value: ({ amount }) => amount.baseline },
    {
      id: 'scenario',
      title: say.scenario,
      kind: 'amount',
      value: ({ amount }) => amount.scenario,
      cell: ({ municipality, amount, presence }) =>
        presence === 'baseline-only' ? undefined : (
          <Amount value={amount.scenario} figure={{ year, figure: 'amount', municipality }}>
            {figure(amount.scenario)}
          </Amount>
        ),
    },
    {
      id: 'difference',
      title: say.difference,
      kind: 'amount',
      value: ({ amount }) => amount.difference,
      cell: ({ amount }) => <span class={toneOf(amount.difference)}>{figure(amount.difference)}</span>,
    },
    { id: 'change', title: say.change, kind: 'change', value: ({ change }) => change },
    {
      id: 'perCitizen',
      title: figureWords().perCitizen,
      kind: 'amount',
      value: ({ perCitizen }) => perCitizen.scenario,
    },
  ];
}
