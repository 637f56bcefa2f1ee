import type { LoadedAgreement } from '../../data/load-agreement.ts';
import { moveFromDocument } from '../../data/proposals-from-documents.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { type Identity, sitsIn } from '../../src/access/identity.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import type { Act } from '../../src/governance/act.ts';
import type { ProposalState } from '../../src/governance/proposal-state.ts';
import { takeAction } from '../../src/governance/take-action.ts';
import type { Move } from '../../src/prioritisation/move.ts';
import { accepted, type Result, refused } from '../../src/refusal.ts';
import { poolEntries } from '../../store/pool-entries.ts';
import { type ResourceVersion, readVersion } from '../../store/resource-versions.ts';
import { updateResource } from '../../store/resources.ts';
import { type Store, type WriteUnderWay, write } from '../../store/write.ts';
import { withCurrent } from '../stored/operations.ts';
import type { ActionRequest } from './action-schema.ts';
import { followDecision, keepDecision } from './decision.ts';
import { notCarriedOut } from './governance-refusals.ts';
import { type PoolRuling, ruleOnPool } from './pool-ruling.ts';
import { type KeptProposal, proposingBody } from './proposal-kind.ts';

/** What an action needs to know beside the request. */
export interface ActionSetting {
  readonly store: Store;
  readonly identity: Identity;
  readonly loaded: LoadedAgreement;
  readonly ruleSet: RuleSet;
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
  const taken = await write(setting.store, act, async (under) => {
    const state = await step(under, setting, found, request);
    if (!state.ok) return state;
    const version = { body: found.body, state: state.value, action, reason };
    const updated = await updateResource(under, key, seen, version);
    if (!updated.ok) return updated;
    return accepted({ value: await readVersion(under.transaction, key, updated.value) });
  });
  return withCurrent(setting.store, key, taken);
}

async function step(
  under: WriteUnderWay,
  { identity, loaded, ruleSet }: ActionSetting,
  found: ResourceVersion,
  request: ActionRequest,
): Promise<Result<ProposalState>> {
  const kept = found.body as KeptProposal;
  const proposing = proposingBody(loaded.agreement, kept.proposal.body);
  if (!proposing.ok) return proposing;
  const agreement = await withBoundMoney(under, loaded.agreement, kept.agreement);
  const ruling = await ruleOnPool(kept, agreement, ruleSet);
  if (!ruling.ok) return ruling;
  const [leadArea = ''] = proposing.value.areas;
  const way = {
    state: found.state as ProposalState,
    author: found.owner,
    leadArea,
    areas: ruling.value.areas,
  };
  const state = takeAction(way, actOf(request, identity, loaded.agreement));
  if (!state.ok) return state;
  const deciding = { id: found.id, kept, request, state: state.value };
  const done = await carryOut(under, deciding, ruling.value, agreement);
  return done.ok ? state : done;
}

async function carryOut(
  under: WriteUnderWay,
  deciding: Parameters<typeof keepDecision>[1],
  ruling: PoolRuling,
  agreement: Agreement,
): Promise<Result<unknown>> {
  switch (deciding.request.action) {
    case 'approve':
      if (ruling.hindered.length > 0) return refused(...ruling.hindered.map(notCarriedOut));
      return keepDecision(under, deciding, ruling.moves, agreement);
    case 'approve-with-changes':
      return keepDecision(under, deciding, movesInstead(deciding.request), agreement);
    case 'reject':
      return keepDecision(under, deciding, [], agreement);
    case 'put-in-force':
    case 'supersede':
      return followDecision(under, deciding);
    default:
      return accepted(undefined);
  }
}

/** The agreement with everything that decisions have bound by now. */
async function withBoundMoney(under: WriteUnderWay, agreement: Agreement, id: string): Promise<Agreement> {
  const bound = await poolEntries(under.transaction, id);
  return { ...agreement, commitments: [...agreement.commitments, ...bound] };
}

/** A body acts through those who sit in it; who names a body without sitting in it acts for none. */
function actOf({ action, body, votes }: ActionRequest, identity: Identity, { bodies }: Agreement): Act {
  const acting = bodies.find((candidate) => candidate.body === body);
  const isSeated = acting !== undefined && sitsIn(identity, acting.body);
  return {
    action,
    actor: identity.subject,
    ...(isSeated && { body: acting }),
    ...(votes !== undefined && { votes }),
  };
}

function movesInstead({ moves = [], reason = '' }: ActionRequest): Move[] {
  return moves.map((move) => moveFromDocument(move, reason));
}
