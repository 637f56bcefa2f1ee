import { useState } from 'preact/hooks';
import type { AgreementView } from '../api/agreement.ts';
import { messageAt } from '../api/problem.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth } from '../language/language.ts';
import { readKroner } from '../numbers/parse.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Field } from '../parts/field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { type KeptProposal, useProposals } from '../prioritisation/plans.ts';
import { useUnsaved } from '../shell/unsaved.ts';
import { keepBallot, type NewBallot } from './ballot.ts';
import { ballotWords } from './ballot-words.ts';

const words = inBoth(
  {
    title: 'Ny afstemning',
    about: 'Hvad der stemmes om',
    proposal: 'Initiativerne i forslaget',
    year: 'År',
    budget: 'Budget, kr.',
    noAmount: 'Skriv et beløb i kroner, for eksempel 1.250.000,00.',
    voters: 'Hvem der stemmer',
    municipalities: 'Kommunerne',
    form: 'Hvordan',
    secrecy: 'Hemmelighed',
    keep: 'Gem som kladde',
    lost: 'Den afstemning, du er ved at lave, er ikke gemt.',
  },
  {
    title: 'New ballot',
    about: 'What is voted on',
    proposal: 'The initiatives of the proposal',
    year: 'Year',
    budget: 'Budget, DKK',
    noAmount: 'Write an amount in kroner, for example 1,250,000.00.',
    voters: 'Who votes',
    municipalities: 'The municipalities',
    form: 'How',
    secrecy: 'Secrecy',
    keep: 'Keep as a draft',
    lost: 'The ballot that you are making is not saved.',
  },
);

/** What has been chosen; an empty body is all municipalities, by population. */
interface Chosen {
  readonly title: string;
  readonly proposal: string;
  readonly year: string;
  readonly budget: string;
  readonly body: string;
  readonly form: NewBallot['form']['kind'];
  readonly secrecy: NewBallot['secrecy'];
}

const MOST_POINTS = '10';

/** Makes a ballot on the initiatives of a proposal that cost something in a year. */
export function NewBallotForm({
  view,
  onKept,
}: {
  readonly view: AgreementView;
  readonly onKept: () => void;
}) {
  const proposals = useProposals(view.document.agreement);
  const known = proposals.value ?? [];
  const [chosen, setChosen] = useState(firstChoice(view));
  const proposal = known.find(({ id }) => id === chosen.proposal) ?? known[0];
  const keep = useWrite(keepBallot);
  const [isTried, setTried] = useState(false);
  const budget = readKroner(chosen.budget);
  const choose = (changes: Partial<Chosen>) => setChosen({ ...chosen, ...changes });
  useUnsaved(chosen.title === '' && chosen.budget === '' ? undefined : { text: words().lost });
  if (proposal === undefined) return null;
  return (
    <details class="plan-pair">
      <summary>{words().title}</summary>
      <form
        class="choices"
        onSubmit={async (event) => {
          event.preventDefault();
          setTried(true);
          if (budget === undefined) return;
          if ((await keep.write(ballotOf({ ...chosen, budget }, proposal, view))) === undefined) return;
          setTried(false);
          setChosen(firstChoice(view));
          onKept();
        }}
      >
        <Text
          label={words().about}
          value={chosen.title}
          error={messageAt(keep.failure, '/title')}
          onWrite={(title) => choose({ title })}
        />
        <SelectField
          label={words().proposal}
          value={proposal.id}
          choices={known.map(({ id, title }) => ({ value: id, label: title }))}
          onChoose={(value) => choose({ proposal: value })}
        />
        <SelectField
          label={words().year}
          value={chosen.year}
          choices={proposal.years.map((year) => ({ value: String(year), label: String(year) }))}
          onChoose={(year) => choose({ year })}
        />
        <Text
          label={words().budget}
          value={chosen.budget}
          error={isTried && budget === undefined ? words().noAmount : messageAt(keep.failure, '/budget')}
          onWrite={(budget) => choose({ budget })}
        />
        <SelectField
          label={words().voters}
          value={chosen.body}
          choices={[
            { value: '', label: words().municipalities },
            ...view.document.bodies.map(({ body }) => ({ value: body, label: view.bodyName(body) })),
          ]}
          onChoose={(body) => choose({ body })}
        />
        <SelectField
          label={words().form}
          value={chosen.form}
          choices={FORMS.map((form) => ({ value: form, label: ballotWords().forms[form] }))}
          onChoose={(value) => choose({ form: FORMS.find((form) => form === value) ?? 'approval' })}
        />
        <SelectField
          label={words().secrecy}
          value={chosen.secrecy}
          choices={SECRECIES.map((one) => ({ value: one, label: ballotWords().secrecies[one] }))}
          onChoose={(value) => choose({ secrecy: SECRECIES.find((one) => one === value) ?? 'open' })}
        />
        <button type="submit" class="button button-secondary" disabled={keep.isBusy}>
          {words().keep}
        </button>
      </form>
      {keep.failure !== undefined && <FailureNotice failure={keep.failure} />}
    </details>
  );
}

function firstChoice({ document: { baseYear } }: AgreementView): Chosen {
  const year = String(baseYear + 1);
  return { title: '', proposal: '', year, budget: '', body: '', form: 'approval', secrecy: 'open' };
}

const FORMS = ['approval', 'score', 'ranking'] as const;
const SECRECIES = ['open', 'secret'] as const;

function Text({
  label,
  value,
  error,
  onWrite,
}: {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onWrite: (text: string) => void;
}) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <input
          {...control}
          required
          value={value}
          onInput={({ currentTarget }) => onWrite(currentTarget.value)}
        />
      )}
    </Field>
  );
}

function ballotOf(chosen: Chosen, { proposal }: KeptProposal, view: AgreementView): NewBallot {
  const year = Number(chosen.year);
  const isOfMunicipalities = chosen.body === '';
  return {
    agreement: view.document.agreement,
    title: chosen.title,
    budget: chosen.budget,
    electorate: isOfMunicipalities ? { kind: 'municipalities', year } : { kind: 'body', body: chosen.body },
    weights: isOfMunicipalities ? 'population' : 'equal',
    form: formOf(chosen.form),
    secrecy: chosen.secrecy,
    initiatives: proposal.initiatives.flatMap(({ id, title, area, costs }) => {
      const cost = costs.find((one) => one.year === year);
      return cost === undefined ? [] : [{ id, title, area, cost: cost.amount }];
    }),
  };
}

function formOf(kind: Chosen['form']): NewBallot['form'] {
  if (kind === 'score') return { kind, most: MOST_POINTS };
  return kind === 'ranking' ? { kind, rule: 'borda' } : { kind };
}
