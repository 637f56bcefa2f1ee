import type { AgreementView } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import { Icon } from '../parts/icon.tsx';
import { targetOf, withoutTarget } from './change-list.ts';
import { wordsOf } from './change-words.ts';
import type { Change } from './draft.ts';

const words = inBoth(
  {
    none: 'Intet er ændret endnu. Træk i et håndtag, eller tilføj en ændring nedenfor.',
    remove: 'Fjern',
  },
  { none: 'Nothing is changed yet. Drag a lever, or add a change below.', remove: 'Remove' },
);

/** What the scenario changes, one sentence each. */
export function ChangesView({
  view,
  changes,
  onChange,
}: {
  readonly view: AgreementView;
  readonly changes: readonly Change[];
  readonly onChange?: (changes: Change[]) => void;
}) {
  if (changes.length === 0) return onChange === undefined ? null : <p class="hint">{words().none}</p>;
  return (
    <ul class="changes">
      {changes.map((change) => {
        const target = targetOf(change);
        const sentence = wordsOf(change, view);
        return (
          <li key={target}>
            <span>{sentence}</span>
            {onChange !== undefined && (
              <button
                type="button"
                class="button-plain not-on-paper"
                aria-label={`${words().remove}: ${sentence}`}
                onClick={() => onChange(withoutTarget(changes, target))}
              >
                <Icon name="delete" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
