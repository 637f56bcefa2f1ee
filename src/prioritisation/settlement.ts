import type { Move } from './move.ts';
import type { OutcomeKind, OutcomeReason } from './outcome.ts';
import type { PoolAccounts } from './pool-accounts.ts';
import type { Request } from './request.ts';

/** What the core has decided on one request. */
export interface Settlement {
  readonly request: Request;
  readonly outcome: OutcomeKind;
  readonly reason: OutcomeReason;
  readonly moves: readonly Move[];
  readonly proposedMoves: readonly Move[];
}

/** How far a simulation has come when a request gets its turn. */
export interface Progress {
  /** What has been moved. */
  readonly posted: PoolAccounts;
  /**
   * What would have been moved if the board approves all that is referred: later requests draw on what this
   * leaves.
   */
  readonly held: PoolAccounts;
  readonly settlements: readonly Settlement[];
}

export function settledInitiative(progress: Progress, initiative: string): Settlement | undefined {
  return progress.settlements.find(({ request }) => request.initiative?.initiative === initiative);
}

export function isFunded({ outcome }: Settlement): boolean {
  return outcome === 'funded' || outcome === 'reduced';
}
