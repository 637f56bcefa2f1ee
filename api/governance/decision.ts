import type { LoadedAgreement } from '../../data/load-agreement.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { kronerFromOre, ore } from '../../src/money/ore.ts';
import type { Move } from '../../src/prioritisation/move.ts';
import { accepted, invariant, type Result, refused } from '../../src/refusal.ts';
import { addPoolEntries, type NewPoolEntry, poolEntries } from '../../store/pool-entries.ts';
import { type ResourceVersion, readHistory, readResource } from '../../store/resource-versions.ts';
import { createResource, updateResource } from '../../store/resources.ts';
import type { WriteUnderWay } from '../../store/write.ts';
import { keepInputs } from '../results/kept-results.ts';
import type { ActionRequest } from './action-schema.ts';
import { entriesBoundBy } from './binding.ts';
import { laterDecisionUnknown } from './governance-refusals.ts';
import type { KeptProposal } from './proposal-kind.ts';

/** A proposal that is being decided on, and the state the decision puts it in. */
export interface Deciding {
  readonly id: string;
  readonly kept: KeptProposal;
  readonly request: ActionRequest;
  readonly state: string;
  /** The agreement as it is published, without what decisions have bound. */
  readonly loaded: LoadedAgreement;
}

const KIND = 'decisions';

/**
 * Keeps the board's decision under the proposal's id, and binds the money it moves. Refused where the pool does not
 * hold it: this runs inside the one write that is under way, so no other decision can come between.
 */
export async function keepDecision(
  under: WriteUnderWay,
  { id, kept, request, state, loaded }: Deciding,
  moves: readonly Move[],
  agreement: Agreement,
): Promise<Result<unknown>> {
  const entries = entriesBoundBy(moves, agreement);
  if (!entries.ok) return entries;
  const { action, body, votes, reason = '' } = request;
  const content = {
    proposal: id,
    agreement: kept.agreement,
    body,
    ...(votes !== undefined && { votes }),
    moves: entries.value.map(moveAnswer),
    shared: true,
  };
  const created = await createResource(
    under,
    { kind: KIND, id, owner: under.actor },
    {
      body: content,
      state,
      action,
      reason,
      detail: { result: await keepInputs(under, pricedFor(kept, loaded)) },
    },
  );
  if (!created.ok) return created;
  await addPoolEntries(under, id, kept.agreement, entries.value);
  return accepted(undefined);
}

/** What the prices and the pool of the proposal's years are computed from. */
function pricedFor({ years }: KeptProposal, loaded: LoadedAgreement) {
  const span = { from: Math.min(...years), to: Math.max(...years) };
  return { loaded, changes: [], years: span };
}

/** Follows the proposal into force. */
export async function followDecision(
  under: WriteUnderWay,
  { id, request: { action, reason = '' }, state }: Deciding,
): Promise<Result<unknown>> {
  const decision = await keptDecision(under, id);
  return updateResource(under, decision, decision.version, {
    body: decision.body,
    state,
    action,
    reason,
    detail: decision.detail,
  });
}

/**
 * Undoes what a decision bound, by contrary moves: what was decided stays as it was. Refused with
 * `later_decision_unknown` when the decision that is to take its place is not a later one.
 */
export async function undoDecision(
  under: WriteUnderWay,
  { id, kept, request, state }: Deciding,
): Promise<Result<unknown>> {
  const { action, supersededBy, reason = '' } = request;
  const decision = await keptDecision(under, id);
  if (supersededBy !== undefined && !(await isLater(under, supersededBy, id)))
    return refused(laterDecisionUnknown(supersededBy));
  const contrary = await contraryEntries(under, id, kept.agreement);
  await addPoolEntries(under, id, kept.agreement, contrary);
  const body = {
    ...(decision.body as object),
    contraryMoves: contrary.map(moveAnswer),
    ...(supersededBy !== undefined && { supersededBy }),
  };
  const version = { body, state, action, reason, detail: decision.detail };
  return updateResource(under, decision, decision.version, version);
}

async function keptDecision({ transaction }: WriteUnderWay, id: string): Promise<ResourceVersion> {
  const decision = await readResource(transaction, { kind: KIND, id });
  invariant(decision !== undefined, 'a proposal that was decided on has its decision');
  return decision;
}

const STANDING: readonly string[] = ['approved', 'approved-with-changes', 'in-force'];

/** Whether a decision stands that was taken after the other one. */
async function isLater({ transaction }: WriteUnderWay, id: string, than: string): Promise<boolean> {
  const [decision] = await readHistory(transaction, { kind: KIND, id });
  const [earlier] = await readHistory(transaction, { kind: KIND, id: than });
  const now = await readResource(transaction, { kind: KIND, id });
  if (decision === undefined || earlier === undefined || now === undefined || id === than) return false;
  return STANDING.includes(now.state) && decision.at >= earlier.at;
}

async function contraryEntries(under: WriteUnderWay, id: string, agreement: string): Promise<NewPoolEntry[]> {
  const bound = await poolEntries(under.transaction, agreement);
  return bound
    .filter(({ reason }) => reason === id)
    .map(({ year, solution, amount, recipient }) => ({ year, solution, amount: -amount, recipient }));
}

function moveAnswer({ year, solution, amount, recipient }: NewPoolEntry) {
  return { year, solution, recipient, amount: kronerFromOre(ore(amount)) };
}
