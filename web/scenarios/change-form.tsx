import { useState } from 'preact/hooks';
import type { AgreementView } from '../api/agreement.ts';
import { inBoth } from '../language/language.ts';
import { Icon } from '../parts/icon.tsx';
import { type Choice, SelectField } from '../parts/select-field.tsx';
import { ChangeFields } from './change-fields.tsx';
import { CHANGE_KINDS, type ChangeKind, firstOf } from './change-kinds.ts';
import type { Change } from './draft.ts';

const words = inBoth(
  {
    kind: 'Tilføj en ændring',
    add: 'Tilføj',
    kinds: {
      withdraw: 'En kommune udtræder',
      enter: 'En kommune indtræder',
      'add-solution': 'En løsning kommer med',
      'remove-solution': 'En løsning går ud',
      'set-key': 'En anden fordelingsnøgle',
      'set-reserved-share': 'En anden reserveret andel for én løsning',
      'set-base-price': 'En anden basispris',
      'set-efficiency': 'Effektivisering med et beløb',
    },
  },
  {
    kind: 'Add a change',
    add: 'Add',
    kinds: {
      withdraw: 'A municipality withdraws',
      enter: 'A municipality enters',
      'add-solution': 'A solution comes in',
      'remove-solution': 'A solution goes out',
      'set-key': 'Another allocation key',
      'set-reserved-share': 'Another reserved share for one solution',
      'set-base-price': 'Another base price',
      'set-efficiency': 'Efficiency by an amount',
    },
  },
);

/** Everything that has no lever: choose what happens, say to whom and when, and add it. */
export function ChangeForm({
  view,
  year,
  onAdd,
}: {
  readonly view: AgreementView;
  readonly year: number;
  readonly onAdd: (change: Change) => void;
}) {
  const [kind, setKind] = useState<ChangeKind>('withdraw');
  const [written, setWritten] = useState<Change>();
  const change = written ?? firstOf(kind, view, year);
  const kinds = CHANGE_KINDS.map((value): Choice => ({ value, label: words().kinds[value] }));
  return (
    <form
      class="change-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(change);
        setWritten(undefined);
      }}
    >
      <SelectField
        label={words().kind}
        value={kind}
        choices={kinds}
        onChoose={(chosen) => {
          setKind(CHANGE_KINDS.find((known) => known === chosen) ?? kind);
          setWritten(undefined);
        }}
      />
      <ChangeFields view={view} change={change} onChange={setWritten} />
      <button type="submit" class="button button-secondary">
        <Icon name="add" /> {words().add}
      </button>
    </form>
  );
}
