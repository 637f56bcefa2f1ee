import type { Body } from '../agreement/agreement.ts';
import type { ProposalState } from './proposal-state.ts';
import type { Action } from './transitions.ts';

/** A proposal as far as its way to a decision goes. */
export interface ProposalOnItsWay {
  readonly state: ProposalState;
  readonly author: string;
  /** The area whose council recommends it. */
  readonly leadArea: string;
  /** Every area whose pool contributions it touches, the lead area among them. */
  readonly areas: readonly string[];
}

/** Somebody acting on a proposal: for a body, or as its author. */
export interface Act {
  readonly action: Action;
  readonly actor: string;
  readonly body?: Body;
  /** How many votes the body has, where it is known who sits in it. */
  readonly seats?: number;
  readonly votes?: { readonly for: number; readonly against: number; readonly abstained: number };
}
