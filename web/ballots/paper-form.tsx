import { useState } from 'preact/hooks';
import { useWrite } from '../api/use-write.ts';
import { inBoth } from '../language/language.ts';
import { kroner } from '../numbers/format.ts';
import { readDecimal } from '../numbers/parse.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Field } from '../parts/field.tsx';
import { useUnsaved } from '../shell/unsaved.ts';
import { type Ballot, castPaper, type PaperRequest, type Papers } from './ballot.ts';

type Paper = Papers['items'][number];

const words = inBoth(
  {
    title: 'Din stemmeseddel',
    voter: 'Stemmer for',
    voterHint: 'Kommunens kode eller medlemmets navn; tomt er dig selv.',
    points: (title: string) => `Point til ${title}`,
    place: (title: string) => `Plads til ${title} (1 er bedst, tomt er uden for)`,
    cast: 'Afgiv stemme',
    cast_again: 'Ret stemmen',
    done: 'Stemmen er afgivet.',
    lost: 'Stemmesedlen er udfyldt, men stemmen er ikke afgivet.',
  },
  {
    title: 'Your paper',
    voter: 'Votes for',
    voterHint: "The municipality's code or the member's name; empty is yourself.",
    points: (title: string) => `Points for ${title}`,
    place: (title: string) => `Place of ${title} (1 is best, empty is none)`,
    cast: 'Cast the vote',
    cast_again: 'Change the vote',
    done: 'The vote has been cast.',
    lost: 'The paper is filled in, but the vote is not cast.',
  },
);

/** Votes in an open ballot in the form that it has, or changes the vote. */
export function PaperForm({
  ballot,
  papers,
  onCast,
}: {
  readonly ballot: Ballot;
  readonly papers: readonly Paper[];
  readonly onCast: () => void;
}) {
  const [voter, setVoter] = useState('');
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const [isDone, setDone] = useState(false);
  const own = papers.find((paper) => paper.voter === voter);
  const isFilled = Object.values(given).some((value) => value.trim() !== '');
  useUnsaved(isFilled && !isDone ? { text: words().lost } : undefined);
  const cast = useWrite(() => castPaper(ballot.id, paperOf(ballot, voter, given), own?.stored.version));
  return (
    <form
      class="paper"
      onSubmit={async (event) => {
        event.preventDefault();
        setDone(false);
        if ((await cast.write(undefined)) === undefined) return;
        setDone(true);
        onCast();
      }}
    >
      <h3>{words().title}</h3>
      <Field label={words().voter} hint={words().voterHint}>
        {(control) => (
          <input {...control} value={voter} onInput={({ currentTarget }) => setVoter(currentTarget.value)} />
        )}
      </Field>
      <ul class="paper-list">
        {ballot.initiatives.map(({ id, title = id, cost }) => (
          <li key={id}>
            <Given
              form={ballot.form.kind}
              title={title}
              cost={cost}
              value={given[id] ?? ''}
              onGive={(value) => {
                setGiven({ ...given, [id]: value });
                setDone(false);
              }}
            />
          </li>
        ))}
      </ul>
      {cast.failure !== undefined && <FailureNotice failure={cast.failure} />}
      <button type="submit" class="button" disabled={cast.isBusy}>
        {own === undefined ? words().cast : words().cast_again}
      </button>
      <p role="status">{isDone && words().done}</p>
    </form>
  );
}

/** What is given to one initiative: a tick, points or a place. */
function Given({
  form,
  title,
  cost,
  value,
  onGive,
}: {
  readonly form: Ballot['form']['kind'];
  readonly title: string;
  readonly cost: string;
  readonly value: string;
  readonly onGive: (value: string) => void;
}) {
  if (form === 'approval')
    return (
      <label class="paper-tick">
        <input
          type="checkbox"
          checked={value !== ''}
          onChange={({ currentTarget }) => onGive(currentTarget.checked ? TICKED : '')}
        />
        {title} <span class="number">{kroner(cost)}</span>
      </label>
    );
  return (
    <Field hint={kroner(cost)} label={form === 'score' ? words().points(title) : words().place(title)}>
      {(control) => (
        <input
          {...control}
          inputMode="decimal"
          value={value}
          onInput={({ currentTarget }) => onGive(currentTarget.value)}
        />
      )}
    </Field>
  );
}

const TICKED = '1';

/** The paper in the form of the ballot; what is wrong in it, the service tells. */
function paperOf({ form }: Ballot, voter: string, given: Readonly<Record<string, string>>): PaperRequest {
  const filled = Object.entries(given).filter(([, value]) => value.trim() !== '');
  const of = voter === '' ? {} : { voter };
  if (form.kind === 'approval') return { ...of, approvals: filled.map(([id]) => id) };
  if (form.kind === 'score')
    return {
      ...of,
      scores: Object.fromEntries(filled.map(([id, value]) => [id, readDecimal(value) ?? value])),
    };
  return { ...of, ranking: filled.toSorted(byPlace).map(([id]) => id) };
}

function byPlace([, first]: [string, string], [, second]: [string, string]): number {
  return Number(first) - Number(second);
}
