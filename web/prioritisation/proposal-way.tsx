import { useState } from 'preact/hooks';
import type { AgreementView } from '../api/agreement.ts';
import { answered, api, type Schemas } from '../api/client.ts';
import { useRight } from '../api/rights.ts';
import { forget, useAnswer } from '../api/use-answer.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth, say } from '../language/language.ts';
import { day } from '../numbers/format.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Field } from '../parts/field.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Notice } from '../parts/notice.tsx';
import { useUnsaved } from '../shell/unsaved.ts';
import { actionWords, stateWords } from './governance-words.ts';
import { type KeptProposal, keepCopy } from './plans.ts';

type Way = Schemas['ProposalWay'];
type Next = Way['next'][number];

const words = inBoth(
  {
    title: 'Vejen fra råd til bestyrelse',
    shipped:
      'Forslaget er et eksempel, som følger med, og kan ikke sendes videre. Lav en kopi, så er den jeres eget forslag.',
    copy: 'Lav en kopi som eget forslag',
    copyOf: (title: string) => `${title} (kopi)`,
    state: 'Nu',
    hindrances: 'En godkendelse ville blive afvist nu:',
    next: 'Hvad der kan ske nu',
    nobody: 'Intet mere. Forslagets vej er slut.',
    waits: (who: string) => `Venter på ${who}.`,
    author: 'forfatteren',
    reason: 'Begrundelse',
    lost: 'Du har skrevet en begrundelse, men ikke gjort noget med forslaget endnu.',
    votes: (given: number, against: number, abstained: number) =>
      `${given} for, ${against} imod, ${abstained} undlod`,
  },
  {
    title: 'The way from council to board',
    shipped:
      'The proposal is an example that comes along, and cannot be sent on. Make a copy, which is then your own proposal.',
    copy: 'Make a copy as your own proposal',
    copyOf: (title: string) => `${title} (copy)`,
    state: 'Now',
    hindrances: 'An approval would be refused now:',
    next: 'What can happen now',
    nobody: 'Nothing more. The way of the proposal has ended.',
    waits: (who: string) => `Waits for ${who}.`,
    author: 'its author',
    reason: 'Reason',
    lost: 'You have written a reason, but not done anything with the proposal yet.',
    votes: (given: number, against: number, abstained: number) =>
      `${given} for, ${against} against, ${abstained} abstained`,
  },
);

/** Who has done what with a proposal, what is next, and the buttons for whoever may. */
export function ProposalWay({
  view,
  proposal,
  onCopied,
}: {
  readonly view: AgreementView;
  readonly proposal: KeptProposal;
  /** There is one more proposal now. */
  readonly onCopied: () => void;
}) {
  const { id } = proposal;
  const way = useAnswer(`proposal-way/${id}`, (signal) =>
    answered(api.GET('/v1/proposals/{id}/way', { params: { path: { id } }, signal })),
  );
  return (
    <details class="plan-pair">
      <summary>{proposal.title}</summary>
      <Loaded answer={way}>
        {(found) => (
          <>
            <Steps view={view} way={found} />
            {found.state === 'shipped' ? (
              <OwnCopy proposal={proposal} onCopied={onCopied} />
            ) : (
              <NextSteps view={view} way={found} onChange={way.ask} />
            )}
          </>
        )}
      </Loaded>
    </details>
  );
}

function Steps({ view, way }: { readonly view: AgreementView; readonly way: Way }) {
  return (
    <ol class="proposal-way">
      {way.steps.map(({ version, at, actor, action, body, votes, reason, state }) => (
        <li key={version}>
          <strong>{stateWords()[state]}</strong> · {day(at.slice(0, DAY_LENGTH))} ·{' '}
          {body === undefined ? actor : view.bodyName(body)} · {actionWords()[action] ?? action}
          {votes !== undefined && ` · ${words().votes(votes.for, votes.against, votes.abstained)}`}
          {reason !== '' && <p class="hint">{reason}</p>}
        </li>
      ))}
    </ol>
  );
}

/** An example goes nowhere by itself: whoever may write proposals makes their own of it. */
function OwnCopy({ proposal, onCopied }: { readonly proposal: KeptProposal; readonly onCopied: () => void }) {
  const mayWrite = useRight('proposal.write');
  const copy = useWrite(() => keepCopy(proposal, words().copyOf(proposal.title)));
  return (
    <>
      <p>{words().shipped}</p>
      {mayWrite && (
        <button
          type="button"
          class="button button-secondary"
          disabled={copy.isBusy}
          onClick={async () => {
            if ((await copy.write(undefined)) === undefined) return;
            forget('proposals');
            onCopied();
          }}
        >
          {words().copy}
        </button>
      )}
      {copy.failure !== undefined && <FailureNotice failure={copy.failure} />}
    </>
  );
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;

function NextSteps({
  view,
  way,
  onChange,
}: {
  readonly view: AgreementView;
  readonly way: Way;
  readonly onChange: () => void;
}) {
  const [reason, setReason] = useState('');
  useUnsaved(reason === '' ? undefined : { text: words().lost });
  const act = useWrite((next: Next) => take(way, next, reason));
  const takeStep = async (next: Next) => {
    if ((await act.write(next)) === undefined) return;
    setReason('');
    forget('proposals');
    onChange();
  };
  const allowed = way.next.filter((next) => next.allowed && !ASKS_FOR_MORE.has(next.action));
  return (
    <>
      {way.hindrances.length > 0 && (
        <Notice kind="warning">
          <p>{words().hindrances}</p>
          <ul>
            {way.hindrances.map(({ code, message, remedy }) => (
              <li key={code}>
                {say(message)} {say(remedy)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <h3>{words().next}</h3>
      {way.next.length === 0 && <p>{words().nobody}</p>}
      <ul>
        {way.next.map((next) => (
          <li key={next.action}>
            {actionWords()[next.action]} – {words().waits(whoMay(view, next))}
          </li>
        ))}
      </ul>
      {allowed.length > 0 && (
        <>
          <Field label={words().reason}>
            {(control) => (
              <input
                {...control}
                value={reason}
                onInput={({ currentTarget }) => setReason(currentTarget.value)}
              />
            )}
          </Field>
          <p class="actions">
            {allowed.map((next) => (
              <button
                key={next.action}
                type="button"
                class="button button-secondary"
                disabled={act.isBusy}
                onClick={() => takeStep(next)}
              >
                {actionWords()[next.action]}
              </button>
            ))}
          </p>
        </>
      )}
      {act.failure !== undefined && <FailureNotice failure={act.failure} />}
    </>
  );
}

/** These need moves or a later decision beside a reason, which a program gives. */
const ASKS_FOR_MORE: ReadonlySet<Next['action']> = new Set(['approve-with-changes', 'supersede']);

function take({ id, version }: Way, { action, yours }: Next, reason: string) {
  const [body] = yours;
  const params = { path: { id }, header: { 'if-match': `"${version}"` } };
  const act = { action, ...(body !== undefined && { body }), ...(reason !== '' && { reason }) };
  return answered(api.POST('/v1/proposals/{id}/actions', { params, body: act }));
}

function whoMay(view: AgreementView, { by, bodies }: Next): string {
  return by === 'author' ? words().author : bodies.map(view.bodyName).join(', ');
}
