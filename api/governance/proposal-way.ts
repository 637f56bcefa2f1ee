import { type Identity, sitsIn } from '../../src/access/identity.ts';
import { permits } from '../../src/access/permissions.ts';
import { type NextAct, nextActs } from '../../src/governance/next-acts.ts';
import type { ProposalState } from '../../src/governance/proposal-state.ts';
import { accepted, type Refusal, type Result } from '../../src/refusal.ts';
import { type ResourceVersion, readHistory } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import { belongingOf } from '../stored/stored-answer.ts';
import type { ActionRequest } from './action-schema.ts';
import { notCarriedOut } from './governance-refusals.ts';
import { proposalSharedFrom } from './proposal-kind.ts';
import { type Governing, type ProposalStanding, standingOf } from './proposal-standing.ts';
import type { WayAnswer } from './way-schema.ts';

/** The way of a proposal: what has been done with it, what can be done next, and what the asker may do of that. */
export async function proposalWay(
  { database }: Store,
  governing: Governing,
  proposal: ResourceVersion,
  identity: Identity,
): Promise<Result<WayAnswer>> {
  const standing = await standingOf(database.query, governing, proposal);
  if (!standing.ok) return standing;
  const { position } = standing.value;
  const history = await readHistory(database.query, proposal);
  const next = nextActs(position, governing.loaded.agreement.bodies);
  return accepted({
    id: proposal.id,
    version: Number(proposal.version),
    state: position.state,
    leadArea: position.leadArea,
    areas: [...position.areas],
    steps: history.map(stepTaken),
    next: next.map((act) => offered(act, proposal, identity)),
    hindrances: isOpen(next) ? hindrancesOf(standing.value).map(told) : [],
  });
}

function stepTaken({ version, at, actor, action, detail, reason, state }: ResourceVersion) {
  const { body, votes }: Pick<ActionRequest, 'body' | 'votes'> = detail;
  return {
    version: Number(version),
    at,
    actor,
    action,
    ...(body !== undefined && { body }),
    ...(votes !== undefined && { votes }),
    reason,
    state: state as ProposalState,
  };
}

function offered({ action, state, bodies }: NextAct, proposal: ResourceVersion, identity: Identity) {
  const mayAct = permits(identity, 'proposal.act', belongingOf(proposal, proposalSharedFrom));
  const yours = mayAct ? (bodies ?? []).filter((body) => sitsIn(identity, body)) : [];
  const isAuthor = bodies === undefined && proposal.owner === identity.subject;
  return {
    action,
    state,
    by: bodies === undefined ? ('author' as const) : ('body' as const),
    bodies: [...(bodies ?? [])],
    yours,
    allowed: yours.length > 0 || (mayAct && isAuthor),
  };
}

/** Whether a decision is still to come: as long as its author can take it back. */
function isOpen(next: readonly NextAct[]): boolean {
  return next.some(({ action }) => action === 'withdraw');
}

function hindrancesOf({ ruling }: ProposalStanding): readonly Refusal[] {
  return ruling.ok ? ruling.value.hindered.map(notCarriedOut) : ruling.refusals;
}

function told({ code, message, remedy }: Refusal) {
  return { code, message, remedy };
}
