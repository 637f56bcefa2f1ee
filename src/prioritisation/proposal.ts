import type { Ore } from '../money/ore.ts';
import type { PoolContribution, Recipient } from './account.ts';
import type { Initiative } from './initiative.ts';

/**
 * Where a proposal asks money to come from. It may ask for a base budget, in order to be told why that cannot
 * be.
 */
export type RequestedSource = PoolContribution | { readonly kind: 'base-budget'; readonly solution: string };

/** A reallocation as a proposal asks for it: who shall pay how much to what, in the prices of the year. */
export interface RequestedMove {
  readonly year: number;
  readonly from: RequestedSource;
  readonly to: Recipient;
  readonly amount: Ore;
}

/**
 * What a body recommends (*prioriteringsforslag*): initiatives in its own order, and moves. Model, section 5.
 */
export interface Proposal {
  readonly proposal: string;
  /** The body (council, management or board) that proposes. */
  readonly body: string;
  readonly reason: string;
  /** Most important first. */
  readonly initiatives: readonly Initiative[];
  /**
   * An initiative with moves in the year is paid by exactly those; one without is paid by the order of
   * `payers.ts`.
   */
  readonly moves: readonly RequestedMove[];
  /** Initiatives of earlier years that count as funded for `dependsOn` and `excludes`. */
  readonly inPlace: readonly string[];
}
