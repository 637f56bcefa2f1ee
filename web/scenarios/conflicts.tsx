import { answered, api } from '../api/client.ts';
import type { Scenario } from '../api/scenario.ts';
import { useAnswer } from '../api/use-answer.ts';
import { inBoth } from '../language/language.ts';
import { Notice } from '../parts/notice.tsx';

const words = inBoth(
  {
    title: 'Lagene siger noget forskelligt',
    wins: 'Det øverste lag gælder:',
    here: 'dette scenarie',
    sets: 'sætter',
  },
  {
    title: 'The layers say different things',
    wins: 'The top layer counts:',
    here: 'this scenario',
    sets: 'sets',
  },
);

/** Where the scenario and what it builds on set the same thing differently, and to what. */
export function Conflicts({ scenario }: { readonly scenario: Scenario }) {
  const body = { scenario, onto: scenario.basedOn ?? null };
  const key = scenario.basedOn === undefined ? undefined : `rebase/${JSON.stringify(body)}`;
  const { value } = useAnswer(key, (signal) => answered(api.POST('/v1/scenarios/rebase', { body, signal })));
  if (value === undefined || value.conflicts.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>
        <strong>{words().title}.</strong> {words().wins}
      </p>
      <ul>
        {value.conflicts.map(({ target, settings }) => (
          <li key={target}>
            <code>{target}</code>:{' '}
            {settings
              .map(({ scenario: layer, value: set }) => `${layer ?? words().here} ${words().sets} ${set}`)
              .join('; ')}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
