import { accepted, type Result } from '../refusal.ts';
import type { Act, ProposalOnItsWay } from './act.ts';
import { actionRefused } from './action-refusals.ts';
import type { ProposalState } from './proposal-state.ts';
import { TRANSITIONS, type Transition } from './transitions.ts';

/**
 * The state a proposal has after the act.
 *
 * Refused, in this order, with `state_does_not_allow`, `crossing_needs_executive`, `not_crossing_areas`,
 * `not_author`, `body_lacks_mandate`, `outside_area` or `majority_missing`.
 */
export function takeAction(proposal: ProposalOnItsWay, act: Act): Result<ProposalState> {
  const candidates = TRANSITIONS.filter(({ action }) => action === act.action);
  const crosses = proposal.areas.some((area) => area !== proposal.leadArea);
  const fitting = candidates.filter(
    ({ crossesAreas }) => crossesAreas === undefined || crossesAreas === crosses,
  );
  const transition = fitting.find(({ from }) => from.includes(proposal.state));
  if (transition === undefined) {
    const otherWay = candidates.some(({ from }) => from.includes(proposal.state));
    if (!otherWay) return actionRefused('state_does_not_allow', proposal, act);
    return actionRefused(crosses ? 'crossing_needs_executive' : 'not_crossing_areas', proposal, act);
  }
  const refusal = hindrance(transition, proposal, act);
  return refusal === undefined ? accepted(transition.to) : actionRefused(refusal, proposal, act);
}

function hindrance(transition: Transition, proposal: ProposalOnItsWay, act: Act) {
  if (transition.by === 'author') return act.actor === proposal.author ? undefined : 'not_author';
  const { kind, mandate } = transition.by;
  if (act.body?.kind !== kind || !act.body.mandate.includes(mandate)) return 'body_lacks_mandate';
  if (transition.withinArea === true && !act.body.areas.includes(proposal.leadArea)) return 'outside_area';
  if (transition.byMajority === true && act.votes !== undefined && act.votes.for <= act.votes.against)
    return 'majority_missing';
  return undefined;
}
