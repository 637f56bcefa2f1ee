import type { Ore } from '../money/ore.ts';
import type { Bilingual } from '../refusal.ts';
import type { Recipient } from './account.ts';
import type { Move } from './move.ts';
import type { EffectConflict } from './ruling.ts';
import type { Verdict } from './verdict.ts';

/** How a request ends (*udfald*): funded in full or in part, not this year, before the board, or not at all. */
export type OutcomeKind = 'funded' | 'reduced' | 'deferred' | 'referred' | 'rejected';

/**
 * Why it ended so: a code that never changes, a sentence in two languages, and the rule behind it when one
 * is.
 */
export interface OutcomeReason {
  readonly code: string;
  readonly message: Bilingual;
  readonly rule?: string;
}

/** What becomes of one request of a proposal. Model, section 5. */
export interface Outcome {
  readonly recipient: Recipient;
  readonly place: number;
  readonly outcome: OutcomeKind;
  readonly reason: OutcomeReason;
  readonly cost: Ore;
  /** The sum of `moves`. */
  readonly granted: Ore;
  /** The sum of `proposedMoves`. */
  readonly proposed: Ore;
  readonly moves: readonly Move[];
  /** What would be moved if the board approves; the money is held meanwhile. */
  readonly proposedMoves: readonly Move[];
  readonly fired: readonly Verdict[];
  readonly failed: readonly Verdict[];
  readonly conflicts: readonly EffectConflict[];
}
