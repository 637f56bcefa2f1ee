import type { Body } from '../agreement/agreement.ts';
import type { ProposalOnItsWay } from './act.ts';
import type { ProposalState } from './proposal-state.ts';
import { bodyHindrance, isOnTheWay } from './take-action.ts';
import { type Action, TRANSITIONS } from './transitions.ts';

/** An act that leads on from where a proposal stands. */
export interface NextAct {
  readonly action: Action;
  /** Where it leads to. */
  readonly state: ProposalState;
  /** The bodies that may do it, in the order given; absent: its author does. */
  readonly bodies?: readonly string[];
}

/** The acts that are lawful now, in the order of the table: votes, and what the pool holds, are asked for when it is done. */
export function nextActs(proposal: ProposalOnItsWay, bodies: readonly Body[]): NextAct[] {
  return TRANSITIONS.filter((transition) => isOnTheWay(transition, proposal)).map((transition) => {
    const { action, to: state, by } = transition;
    if (by === 'author') return { action, state };
    const able = bodies.filter((body) => bodyHindrance(transition, proposal, body) === undefined);
    return { action, state, bodies: able.map(({ body }) => body) };
  });
}
