import type { AgreementView } from '../api/agreement.ts';
import type { KeptScenario } from '../api/scenario.ts';
import { inBoth, say } from '../language/language.ts';
import { addressOf, usePageState } from '../shell/location.ts';
import type { Column } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { firstChangedYear } from './change-list.ts';
import { wordsOf } from './change-words.ts';
import { comparedIn, withCompared } from './compared.ts';

const words = inBoth(
  {
    name: 'Gemte scenarier',
    title: 'Scenarie',
    says: 'Siger',
    changes: 'Ændringer',
    owner: 'Ejer',
    shipped: 'Programmet',
    compare: (chosen: number) => (chosen === 1 ? 'Sammenlign det valgte' : `Sammenlign de ${chosen} valgte`),
    pick: 'Sammenlign',
    select: 'Vælg til sammenligning',
  },
  {
    name: 'Saved scenarios',
    title: 'Scenario',
    says: 'Says',
    changes: 'Changes',
    owner: 'Owner',
    shipped: 'The program',
    compare: (chosen: number) => (chosen === 1 ? 'Compare the chosen one' : `Compare the ${chosen} chosen`),
    pick: 'Compare',
    select: 'Choose for comparison',
  },
);

/** Every scenario that one may read: to be opened, or put beside others. */
export function KeptList({
  view,
  scenarios,
}: {
  readonly view: AgreementView;
  readonly scenarios: readonly KeptScenario[];
}) {
  const { query, set } = usePageState();
  const chosen = comparedIn(query);
  const columns: Column<KeptScenario>[] = [
    {
      id: 'title',
      title: words().title,
      kind: 'text',
      value: ({ title }) => say(title),
      cell: ({ id, title, scenario }) => (
        <a href={addressOf('/scenarier', { gemt: id, aar: firstChangedYear(scenario)?.toString() })}>
          {say(title)}
        </a>
      ),
    },
    {
      id: 'says',
      title: words().says,
      kind: 'text',
      value: ({ scenario }) =>
        scenario.changes
          .slice(0, SHOWN)
          .map((change) => wordsOf(change, view))
          .join('. '),
    },
    {
      id: 'changes',
      title: words().changes,
      kind: 'count',
      value: ({ scenario }) => String(scenario.changes.length),
    },
    {
      id: 'owner',
      title: words().owner,
      kind: 'text',
      value: ({ stored }) => (stored.state === 'shipped' ? words().shipped : stored.owner),
    },
    {
      id: 'pick',
      title: words().pick,
      kind: 'text',
      value: ({ id }) => (chosen.includes(id) ? '✓' : undefined),
      cell: ({ id, title }) => (
        <input
          type="checkbox"
          aria-label={`${words().select}: ${say(title)}`}
          checked={chosen.includes(id)}
          onChange={({ currentTarget }) =>
            set({ s: withCompared(chosen, id, currentTarget.checked) }, { replacing: true })
          }
        />
      ),
    },
  ];
  return (
    <>
      {chosen.length > 0 && (
        <p>
          <a class="button" href={addressOf('/scenarier/sammenlign', { s: chosen.join(',') })}>
            {words().compare(chosen.length)}
          </a>
        </p>
      )}
      <DataTable name={words().name} columns={columns} rows={scenarios} rowKey={({ id }) => id} />
    </>
  );
}

/** How many of a scenario's changes its row says. */
const SHOWN = 3;
