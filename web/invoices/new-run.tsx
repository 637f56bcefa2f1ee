import { useState } from 'preact/hooks';
import type { AgreementView } from '../api/agreement.ts';
import { messageAt } from '../api/problem.ts';
import { type KeptScenario, useScenarios } from '../api/scenario.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth, say } from '../language/language.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Field } from '../parts/field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { useUnsaved } from '../shell/unsaved.ts';
import { PreviewedInvoices } from './previewed-invoices.tsx';
import { draftRun, type KeptRun, previewRun, type RunRequest } from './run.ts';
import { RunFigures } from './run-figures.tsx';

const words = inBoth(
  {
    title: 'Ny kørsel',
    purpose: 'Hvad',
    ordinary: 'En rate af årets pris',
    correction: 'Regulering af det, der er udstedt',
    source: 'Efter',
    agreement: 'Den gældende aftale',
    year: 'År',
    frequency: 'Hyppighed',
    frequencies: {
      annual: 'En gang om året',
      'half-yearly': 'Halvårligt',
      quarterly: 'Kvartalsvis',
      monthly: 'Månedligt',
    },
    instalment: 'Rate',
    note: 'Begrundelse',
    noteHint: 'Står på fakturaen, på dansk.',
    preview: 'Forhåndsvis',
    keep: 'Gem som kladde',
    nothingKept: 'Intet er gemt endnu.',
    computing: 'Regner kørslen ud',
    lost: 'Begrundelsen for reguleringen er ikke gemt.',
  },
  {
    title: 'New run',
    purpose: 'What',
    ordinary: "An instalment of the year's price",
    correction: 'A correction of what has been issued',
    source: 'By',
    agreement: 'The agreement in force',
    year: 'Year',
    frequency: 'Frequency',
    frequencies: {
      annual: 'Once a year',
      'half-yearly': 'Half-yearly',
      quarterly: 'Quarterly',
      monthly: 'Monthly',
    },
    instalment: 'Instalment',
    note: 'Reason',
    noteHint: 'Stands on the invoice, in Danish.',
    preview: 'Preview',
    keep: 'Keep as a draft',
    nothingKept: 'Nothing has been kept yet.',
    computing: 'Computing the run',
    lost: 'The reason for the correction is not saved.',
  },
);

/** How many instalments a year has. */
const INSTALMENTS = { annual: 1, 'half-yearly': 2, quarterly: 4, monthly: 12 } as const;
type Frequency = keyof typeof INSTALMENTS;
const FREQUENCIES = Object.keys(INSTALMENTS) as Frequency[];

/** What has been chosen so far. An empty source is the agreement itself. */
interface Chosen {
  readonly purpose: 'ordinary' | 'correction';
  readonly source: string;
  readonly year: number;
  readonly frequency: Frequency;
  readonly instalment: number;
  readonly note: string;
}

/** Chooses what to invoice, shows what it comes to, and keeps it as a draft when it looks right. */
export function NewRun({
  view,
  onDrafted,
}: {
  readonly view: AgreementView;
  readonly onDrafted: (run: KeptRun) => void;
}) {
  const [chosen, setChosen] = useState<Chosen>({
    purpose: 'ordinary',
    source: '',
    year: view.document.baseYear + 1,
    frequency: 'half-yearly',
    instalment: 1,
    note: '',
  });
  useUnsaved(chosen.note === '' ? undefined : { text: words().lost });
  const preview = useWrite(previewRun, { title: () => words().computing, isCancellable: true });
  const draft = useWrite(draftRun);
  const [previewed, setPreviewed] = useState<Awaited<ReturnType<typeof previewRun>>>();
  const request = requestOf(chosen, view.document.agreement);
  const failure = draft.failure ?? preview.failure;
  const choose = (changes: Partial<Chosen>) => {
    setChosen({ ...chosen, ...changes });
    setPreviewed(undefined);
  };
  return (
    <section>
      <h2>{words().title}</h2>
      <form
        class="choices"
        onSubmit={async (event) => {
          event.preventDefault();
          setPreviewed(await preview.write(request));
        }}
      >
        <RunFields chosen={chosen} onChoose={choose} failure={failure} view={view} />
        <button type="submit" class="button button-secondary" disabled={preview.isBusy}>
          {words().preview}
        </button>
      </form>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {previewed !== undefined && (
        <>
          <p class="hint">{words().nothingKept}</p>
          <RunFigures view={view} of={request} run={previewed} />
          <PreviewedInvoices view={view} summary={previewed.summary} />
          <button
            type="button"
            class="button"
            disabled={draft.isBusy}
            onClick={async () => {
              const kept = await draft.write(request);
              if (kept !== undefined) onDrafted(kept);
            }}
          >
            {words().keep}
          </button>
        </>
      )}
    </section>
  );
}

function RunFields({
  chosen,
  onChoose,
  failure,
  view,
}: {
  readonly chosen: Chosen;
  readonly onChoose: (changes: Partial<Chosen>) => void;
  readonly failure: unknown;
  readonly view: AgreementView;
}) {
  const scenarios = useScenarios(view.document.agreement);
  const { purpose, source, year, frequency, instalment, note } = chosen;
  return (
    <>
      <SelectField
        label={words().purpose}
        value={purpose}
        choices={[
          { value: 'ordinary', label: words().ordinary },
          { value: 'correction', label: words().correction },
        ]}
        onChoose={(value) => onChoose({ purpose: value === 'correction' ? 'correction' : 'ordinary' })}
      />
      <SelectField
        label={words().source}
        value={source}
        choices={[{ value: '', label: words().agreement }, ...scenarioChoices(scenarios.value ?? [])]}
        onChoose={(value) => onChoose({ source: value })}
      />
      <SelectField
        label={words().year}
        value={String(year)}
        choices={count(YEARS_AHEAD).map((ahead) => choice(view.document.baseYear + ahead))}
        onChoose={(value) => onChoose({ year: Number(value) })}
      />
      {purpose === 'ordinary' ? (
        <>
          <SelectField
            label={words().frequency}
            value={frequency}
            choices={FREQUENCIES.map((value) => ({ value, label: words().frequencies[value] }))}
            onChoose={(value) =>
              onChoose({ frequency: FREQUENCIES.find((one) => one === value) ?? frequency, instalment: 1 })
            }
          />
          <SelectField
            label={words().instalment}
            value={String(instalment)}
            choices={count(INSTALMENTS[frequency]).map(choice)}
            onChoose={(value) => onChoose({ instalment: Number(value) })}
          />
        </>
      ) : (
        <Field label={words().note} hint={words().noteHint} error={messageAt(failure, '/note')}>
          {(control) => (
            <input
              {...control}
              value={note}
              onInput={({ currentTarget }) => onChoose({ note: currentTarget.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

const YEARS_AHEAD = 6;

function count(to: number): number[] {
  return Array.from({ length: to }, (_, place) => place + 1);
}

function choice(number: number) {
  return { value: String(number), label: String(number) };
}

function scenarioChoices(scenarios: readonly KeptScenario[]) {
  return scenarios.map(({ id, title }) => ({ value: id, label: say(title) }));
}

function requestOf(
  { purpose, source, year, frequency, instalment, note }: Chosen,
  agreement: string,
): RunRequest {
  const of = source === '' ? { agreement } : { scenario: source };
  return purpose === 'ordinary'
    ? { ...of, purpose, year, frequency, instalment }
    : { ...of, purpose, year, ...(note !== '' && { note }) };
}
