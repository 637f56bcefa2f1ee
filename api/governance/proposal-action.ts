import { moveFromDocument } from '../../data/proposals-from-documents.ts';
import { type Identity, sitsIn } from '../../src/access/identity.ts';
import { votesOn } from '../../src/access/seats.ts';
import type { Act } from '../../src/governance/act.ts';
import type { ProposalState } from '../../src/governance/proposal-state.ts';
import { takeAction } from '../../src/governance/take-action.ts';
import type { Action } from '../../src/governance/transitions.ts';
import type { Move } from '../../src/prioritisation/move.ts';
import { accepted, type Refusal, type Result, refused } from '../../src/refusal.ts';
import { danishDay } from '../../store/clock.ts';
import { type ResourceVersion, readResource, readVersion } from '../../store/resource-versions.ts';
import { updateResource } from '../../store/resources.ts';
import { type Store, type WriteUnderWay, write } from '../../store/write.ts';
import { BODIES, type KeptBody } from '../stored/agreement-parts.ts';
import { withCurrent } from '../stored/operations.ts';
import type { ActionRequest } from './action-schema.ts';
import { type Deciding, followDecision, keepDecision, undoDecision } from './decision.ts';
import { initiativeNotProposed, notCarriedOut } from './governance-refusals.ts';
import { areasOf } from './pool-ruling.ts';
import type { KeptProposal } from './proposal-kind.ts';
import { type Governing, type ProposalStanding, standingOf } from './proposal-standing.ts';

/** What an action needs to know beside the request. */
export interface ActionSetting extends Governing {
  readonly store: Store;
  readonly identity: Identity;
}

/**
 * Takes a proposal one step on its way: who may is the core's table, what it costs is what the pool and the rules say
 * now. The step, the decision and the money it binds are one write.
 */
export async function takeProposalAction(
  setting: ActionSetting,
  found: ResourceVersion,
  seen: bigint,
  request: ActionRequest,
): Promise<Result<ResourceVersion>> {
  const { id } = found;
  const { action, body, votes, reason = '' } = request;
  const act = {
    actor: setting.identity.subject,
    action: `proposals.${action}`,
    target: `proposals/${id}`,
    detail: { reason, seen: String(seen), ...(body && { body }), ...(votes && { votes }) },
  };
  const key = { kind: 'proposals', id };
  const detail = { ...(body && { body }), ...(votes && { votes }) };
  const taken = await write(setting.store, act, async (under) => {
    const current = await readResource(under.transaction, key);
    const state = current?.version === seen ? await step(under, setting, current, request) : undefined;
    if (state?.ok === false) return state;
    const version = { body: found.body, state: state?.value ?? found.state, action, reason, detail };
    const updated = await updateResource(under, key, seen, version);
    if (!updated.ok) return updated;
    return accepted({ value: await readVersion(under.transaction, key, updated.value) });
  });
  return withCurrent(setting.store, key, taken);
}

async function step(
  under: WriteUnderWay,
  setting: ActionSetting,
  current: ResourceVersion,
  request: ActionRequest,
): Promise<Result<ProposalState>> {
  const standing = await standingOf(under.transaction, setting, current);
  if (!standing.ok) return standing;
  const { position, ruling, agreement } = standing.value;
  if (!ruling.ok && !WITHOUT_RULING.has(request.action)) return ruling;
  const kept = current.body as KeptProposal;
  const moves = movesInstead(request);
  const areas = [...position.areas, ...areasOf(kept.proposal, moves, agreement)];
  const state = takeAction({ ...position, areas }, await actOf(under, request, setting));
  if (!state.ok) return state;
  const deciding = { id: current.id, kept, request, state: state.value, loaded: setting.loaded };
  const done = await carryOut(under, deciding, { ...standing.value, moves });
  return done.ok ? state : done;
}

/** What ends a way, or has been ruled on before, is not hindered by what the pool and the rules say now. */
const WITHOUT_RULING: ReadonlySet<Action> = new Set(['withdraw', 'return', 'put-in-force', 'supersede']);

async function carryOut(
  under: WriteUnderWay,
  deciding: Deciding,
  { ruling, moves, agreement }: ProposalStanding & { readonly moves: readonly Move[] },
): Promise<Result<unknown>> {
  switch (deciding.request.action) {
    case 'approve':
      if (!ruling.ok) return ruling;
      if (ruling.value.hindered.length > 0) return refused(...ruling.value.hindered.map(notCarriedOut));
      return keepDecision(under, deciding, ruling.value.moves, agreement);
    case 'approve-with-changes': {
      const strangers = initiativesNotIn(deciding.kept, moves);
      return strangers.length > 0 ? refused(...strangers) : keepDecision(under, deciding, moves, agreement);
    }
    case 'reject':
      return keepDecision(under, deciding, [], agreement);
    case 'put-in-force':
      return followDecision(under, deciding);
    case 'supersede':
      return undoDecision(under, deciding);
    default:
      return accepted(undefined);
  }
}

/** A body acts through those who sit in it; who names a body without sitting in it acts for none. */
async function actOf(
  under: WriteUnderWay,
  { action, body, votes }: ActionRequest,
  { identity, loaded }: ActionSetting,
): Promise<Act> {
  const acting = loaded.agreement.bodies.find((candidate) => candidate.body === body);
  const isSeated = acting !== undefined && sitsIn(identity, acting.body);
  const seats = acting === undefined ? 0 : await seatsOf(under, acting.body);
  return {
    action,
    actor: identity.subject,
    ...(isSeated && { body: acting }),
    ...(votes !== undefined && { votes }),
    ...(seats > 0 && { seats }),
  };
}

/** How many votes the body has today; none when nobody has said who sits in it. */
async function seatsOf({ transaction, at }: WriteUnderWay, id: string): Promise<number> {
  const kept = await readResource(transaction, { kind: BODIES, id });
  const members = (kept?.body as KeptBody | undefined)?.members ?? [];
  return votesOn(members, danishDay(Temporal.Instant.from(at)));
}

function movesInstead({ moves = [], reason = '' }: ActionRequest): Move[] {
  return moves.map((move) => moveFromDocument(move, reason));
}

function initiativesNotIn({ proposal }: KeptProposal, moves: readonly Move[]): Refusal[] {
  const proposed = new Set(proposal.initiatives.map(({ id }) => id));
  return moves.flatMap(({ to }, place) =>
    to.kind === 'initiative' && !proposed.has(to.initiative)
      ? [initiativeNotProposed(to.initiative, place)]
      : [],
  );
}
