import type { Body } from '../agreement/agreement.ts';
import { accepted, type Result } from '../refusal.ts';
import type { Act, ProposalOnItsWay } from './act.ts';
import { actionRefused } from './action-refusals.ts';
import type { ProposalState } from './proposal-state.ts';
import { TRANSITIONS, type Transition } from './transitions.ts';

/**
 * The state a proposal has after the act.
 *
 * Refused, in this order, with `state_does_not_allow`, `crossing_needs_executive`, `not_crossing_areas`,
 * `not_author`, `body_lacks_mandate`, `outside_area`, `votes_exceed_seats` or `majority_missing`.
 */
export function takeAction(proposal: ProposalOnItsWay, act: Act): Result<ProposalState> {
  const open = TRANSITIONS.filter(
    ({ action, from }) => action === act.action && from.includes(proposal.state),
  );
  if (open.length === 0) return actionRefused('state_does_not_allow', proposal, act);
  const transition = open.find((candidate) => isOnTheWay(candidate, proposal));
  if (transition === undefined)
    return actionRefused(
      crossesAreas(proposal) ? 'crossing_needs_executive' : 'not_crossing_areas',
      proposal,
      act,
    );
  const refusal = hindrance(transition, proposal, act);
  return refusal === undefined ? accepted(transition.to) : actionRefused(refusal, proposal, act);
}

/** Whether a proposal draws on other areas than the one it belongs to. */
function crossesAreas({ areas, leadArea }: ProposalOnItsWay): boolean {
  return areas.some((area) => area !== leadArea);
}

/** Whether the transition leads on from where the proposal stands, for the areas that it touches. */
export function isOnTheWay(transition: Transition, proposal: ProposalOnItsWay): boolean {
  const { from, crossesAreas: crossing } = transition;
  return from.includes(proposal.state) && (crossing === undefined || crossing === crossesAreas(proposal));
}

/** Why the body cannot take the transition that bodies take; undefined: it can. */
export function bodyHindrance(
  { by, withinArea }: Transition,
  { leadArea }: ProposalOnItsWay,
  body: Body | undefined,
): 'body_lacks_mandate' | 'outside_area' | undefined {
  if (by === 'author' || body?.kind !== by.kind || !body.mandate.includes(by.mandate))
    return 'body_lacks_mandate';
  return withinArea === true && !body.areas.includes(leadArea) ? 'outside_area' : undefined;
}

function hindrance(transition: Transition, proposal: ProposalOnItsWay, act: Act) {
  const { actor, body, votes, seats } = act;
  if (transition.by === 'author') return actor === proposal.author ? undefined : 'not_author';
  const refusal = bodyHindrance(transition, proposal, body);
  if (refusal !== undefined) return refusal;
  const cast = votes === undefined ? 0 : votes.for + votes.against + votes.abstained;
  if (seats !== undefined && cast > seats) return 'votes_exceed_seats';
  const hasMajority = votes === undefined || votes.for > votes.against;
  return transition.byMajority === true && !hasMajority ? 'majority_missing' : undefined;
}
