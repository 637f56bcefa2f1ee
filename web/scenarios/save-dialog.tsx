import { useState } from 'preact/hooks';
import { messageAt, Refused } from '../api/problem.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth } from '../language/language.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Field } from '../parts/field.tsx';
import { keepNew } from './keep.ts';
import type { Work } from './use-draft.ts';

const words = inBoth(
  {
    title: 'Gem scenariet',
    name: 'Navn',
    nameHint: 'En sætning, der siger, hvad der sker. Andre kan så finde det.',
    nameMissing: 'Skriv et navn.',
    explanation: 'Begrundelse (kan udelades)',
    shared: 'Alle må læse det',
    save: 'Gem',
    cancel: 'Annuller',
  },
  {
    title: 'Save the scenario',
    name: 'Name',
    nameHint: 'A sentence that says what happens, so that others can find it.',
    nameMissing: 'Write a name.',
    explanation: 'Reason (optional)',
    shared: 'Everybody may read it',
    save: 'Save',
    cancel: 'Cancel',
  },
);

/** Gives the draft a name, and keeps it. */
export function SaveDialog({
  work,
  onDone,
}: {
  readonly work: Work;
  readonly onDone: (isSaved: boolean) => void;
}) {
  const [title, setTitle] = useState('');
  const [explanation, setExplanation] = useState('');
  const [shared, setShared] = useState(true);
  const [key] = useState(() => crypto.randomUUID());
  const { write, isBusy, failure } = useWrite((name: string) =>
    keepNew(work.draft.scenario, { title: name, explanation, shared, key }),
  );
  const [isTried, setTried] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() === '') return;
    const kept = await write(title.trim());
    if (kept === undefined) return;
    work.settle(kept);
    onDone(true);
  };
  const cancel = () => onDone(false);
  const nameError = isTried && title.trim() === '' ? words().nameMissing : messageAt(failure, '/title');
  return (
    <Dialog title={words().title} onClose={cancel}>
      <form onSubmit={save} noValidate>
        <Field label={words().name} hint={words().nameHint} error={nameError}>
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={200}
              value={title}
              onInput={({ currentTarget }) => setTitle(currentTarget.value)}
            />
          )}
        </Field>
        <Field label={words().explanation} error={messageAt(failure, '/explanation')}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              value={explanation}
              onInput={({ currentTarget }) => setExplanation(currentTarget.value)}
            />
          )}
        </Field>
        <p>
          <label>
            <input
              type="checkbox"
              checked={shared}
              onChange={({ currentTarget }) => setShared(currentTarget.checked)}
            />
            {words().shared}
          </label>
        </p>
        {failure !== undefined && !isOfAField(failure) && <FailureNotice failure={failure} />}
        <div class="actions">
          <button type="submit" class="button" disabled={isBusy}>
            {words().save}
          </button>
          <button type="button" class="button-plain" onClick={cancel}>
            {words().cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Whether all that is wrong is said beside a field. */
function isOfAField(failure: unknown): boolean {
  return (
    failure instanceof Refused &&
    failure.problem.errors.every(({ pointer }) => pointer === '/title' || pointer === '/explanation')
  );
}
