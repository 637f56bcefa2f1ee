import type { AgreementView } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import { change } from '../numbers/format.ts';
import { toneOf } from '../parts/tone.ts';
import { addressOf } from '../shell/location.ts';
import { DataTable } from '../table/data-table.tsx';
import type { ComputedRun, KeptRun, RunRequest } from './run.ts';

const words = inBoth(
  {
    sinceLast: 'Forskel til sidste kørsel',
    sinceIssued: 'Hvad reguleringen ændrer',
    correction:
      'Hver kommune betaler forskellen mellem det, der er udstedt, og det, der nu er regnet ud. Er den negativ, får kommunen en kreditnota. Et klik på en kommune viser, hvad dens beløb består af.',
    municipality: 'Kommune',
    last: 'Sidst',
    issued: 'Udstedt',
    now: 'Nu',
    difference: 'Forskel',
    stops: 'Skal begrundes',
    yes: 'Ja',
    no: 'Nej',
  },
  {
    sinceLast: 'Difference to the last run',
    sinceIssued: 'What the correction changes',
    correction:
      'Each municipality pays the difference between what has been issued and what is now computed. Where it is negative, the municipality gets a credit note. A click on a municipality shows what its amount is made of.',
    municipality: 'Municipality',
    last: 'Last time',
    issued: 'Issued',
    now: 'Now',
    difference: 'Difference',
    stops: 'Needs a reason',
    yes: 'Yes',
    no: 'No',
  },
);

/** What differs for each municipality: to the last run, or in a correction to what has been issued. */
export function RunDifferences({
  view,
  of: { purpose, scenario, year },
  differences,
}: {
  readonly view: AgreementView;
  readonly of: RunRequest | KeptRun;
  readonly differences: ComputedRun['differences'];
}) {
  if (differences.length === 0) return null;
  const isCorrection = purpose === 'correction';
  const title = isCorrection ? words().sinceIssued : words().sinceLast;
  const addressFor = (kommune: string) =>
    addressOf('/kommuner', { kommune, scenarie: scenario, aar: String(year) });
  return (
    <>
      <h3>{title}</h3>
      {isCorrection && <p>{words().correction}</p>}
      <DataTable
        name={title}
        rows={differences}
        rowKey={({ municipality }) => municipality}
        sorting={{ column: 'difference', isDescending: true }}
        highlighted={({ stops }) => stops}
        columns={[
          {
            id: 'municipality',
            title: words().municipality,
            kind: 'text',
            value: ({ municipality }) => view.municipalityName(municipality),
            cell: ({ municipality }) => (
              <a href={addressFor(municipality)}>{view.municipalityName(municipality)}</a>
            ),
          },
          {
            id: 'before',
            title: isCorrection ? words().issued : words().last,
            kind: 'amount',
            value: ({ before }) => before,
          },
          { id: 'after', title: words().now, kind: 'amount', value: ({ after }) => after },
          {
            id: 'difference',
            title: words().difference,
            kind: 'amount',
            value: ({ difference }) => difference,
            cell: ({ difference }) => <span class={toneOf(difference)}>{change(difference)}</span>,
          },
          {
            id: 'stops',
            title: words().stops,
            kind: 'text',
            value: ({ stops }) => (stops ? words().yes : words().no),
          },
        ]}
      />
    </>
  );
}
