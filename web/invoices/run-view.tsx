import { useState } from 'preact/hooks';
import type { AgreementView } from '../api/agreement.ts';
import { forget } from '../api/use-answer.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth } from '../language/language.ts';
import { day } from '../numbers/format.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Field } from '../parts/field.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { addressOf, usePageState } from '../shell/location.ts';
import { useUnsaved } from '../shell/unsaved.ts';
import { RunDownload } from './document-download.tsx';
import { InvoiceTable } from './invoice-table.tsx';
import { deleteRun, issueRun, type KeptRun, useRun } from './run.ts';
import { RunFigures } from './run-figures.tsx';
import { nameOfRun, stateOfRun } from './run-name.ts';

const words = inBoth(
  {
    all: 'Alle kørsler',
    issued: (first: string, last: string, on: string, due: string) =>
      `Numrene ${first} til ${last}, udstedt ${on}, betales senest ${due}.`,
    issue: 'Udsted fakturaerne',
    remove: 'Slet kladden',
    confirm: 'Udsted fakturaer',
    final: 'Fakturaerne får numre og kan derefter ikke ændres. En fejl rettes med en regulering.',
    reason: (municipality: string) => `Hvorfor er forskellen for ${municipality} rigtig?`,
    invoices: 'Fakturaer',
    issuing: 'Udsteder fakturaer',
    lost: 'Fakturaerne er ikke udstedt, og dine begrundelser er ikke gemt.',
  },
  {
    all: 'All runs',
    issued: (first: string, last: string, on: string, due: string) =>
      `Numbers ${first} to ${last}, issued ${on}, due ${due}.`,
    issue: 'Issue the invoices',
    remove: 'Delete the draft',
    confirm: 'Issue invoices',
    final:
      'The invoices get their numbers and cannot be changed afterwards. A mistake is mended by a correction.',
    reason: (municipality: string) => `Why is the difference for ${municipality} right?`,
    invoices: 'Invoices',
    issuing: 'Issuing invoices',
    lost: 'The invoices are not issued, and your reasons are not saved.',
  },
);

/** One run: what it comes to, and what can be done with it. */
export function RunView({ view, id }: { readonly view: AgreementView; readonly id: string }) {
  const run = useRun(id);
  return (
    <>
      <p>
        <a href={addressOf('/fakturaer')}>{words().all}</a>
      </p>
      <Loaded answer={run}>
        {(kept) => (
          <>
            <h2>{`${nameOfRun(kept)} · ${stateOfRun(kept)}`}</h2>
            {kept.issued !== undefined && <IssuedLine issued={kept.issued} />}
            <RunFigures view={view} of={kept} run={kept.computed} />
            {kept.issued === undefined ? (
              <DraftActions view={view} run={kept} onChange={run.ask} />
            ) : (
              <section>
                <h2>{words().invoices}</h2>
                <RunDownload id={kept.id} name={nameOfRun(kept)} />
                <InvoiceTable name={nameOfRun(kept)} of={{ run: kept.id }} />
              </section>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function IssuedLine({ issued }: { readonly issued: NonNullable<KeptRun['issued']> }) {
  const { first, last, issueDate, dueDate } = issued;
  return <p>{words().issued(first, last, day(issueDate), day(dueDate))}</p>;
}

function DraftActions({
  view,
  run,
  onChange,
}: {
  readonly view: AgreementView;
  readonly run: KeptRun;
  readonly onChange: () => void;
}) {
  const { go } = usePageState();
  const [isAsking, setAsking] = useState(false);
  const removal = useWrite(deleteRun);
  return (
    <div class="actions">
      <button type="button" class="button" onClick={() => setAsking(true)}>
        {words().issue}
      </button>
      <button
        type="button"
        class="button button-secondary"
        disabled={removal.isBusy}
        onClick={async () => {
          if ((await removal.write(run)) === undefined) return;
          forget('invoice-runs');
          go(addressOf('/fakturaer'));
        }}
      >
        {words().remove}
      </button>
      {removal.failure !== undefined && <FailureNotice failure={removal.failure} />}
      {isAsking && (
        <IssueDialog
          view={view}
          run={run}
          onClose={() => setAsking(false)}
          onIssued={() => {
            setAsking(false);
            forget('invoice');
            onChange();
          }}
        />
      )}
    </div>
  );
}

/** Asks once more, and for a reason for every difference that stops the run. */
function IssueDialog({
  view,
  run,
  onClose,
  onIssued,
}: {
  readonly view: AgreementView;
  readonly run: KeptRun;
  readonly onClose: () => void;
  readonly onIssued: () => void;
}) {
  const stopping = run.computed.differences.filter(({ stops }) => stops);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const given = Object.entries(reasons).filter(([, reason]) => reason !== '');
  useUnsaved(given.length === 0 ? undefined : { text: words().lost });
  const issue = useWrite(
    () =>
      issueRun(
        run,
        given.map(([municipality, reason]) => ({ municipality, reason })),
      ),
    { title: () => words().issuing },
  );
  return (
    <Dialog title={words().confirm} onClose={onClose}>
      <p>{words().final}</p>
      {stopping.map(({ municipality }) => (
        <Field key={municipality} label={words().reason(view.municipalityName(municipality))}>
          {(control) => (
            <input
              {...control}
              value={reasons[municipality] ?? ''}
              onInput={({ currentTarget }) => setReasons({ ...reasons, [municipality]: currentTarget.value })}
            />
          )}
        </Field>
      ))}
      {issue.failure !== undefined && <FailureNotice failure={issue.failure} />}
      <button
        type="button"
        class="button"
        disabled={issue.isBusy}
        onClick={async () => {
          if ((await issue.write(undefined)) !== undefined) onIssued();
        }}
      >
        {words().issue}
      </button>
    </Dialog>
  );
}
