import type { Ore } from '../money/ore.ts';
import type { Account } from './account.ts';

/**
 * A reallocation (*omprioritering*): double entry, it debits `from` and credits `to` with the same amount.
 * It is never changed; a mistake is undone by the contrary move. Model, section 5.
 */
export interface Move {
  readonly year: number;
  readonly from: Account;
  readonly to: Account;
  readonly amount: Ore;
  readonly reason: string;
}

/** The move that undoes another: the same amount the other way. */
export function contraryTo(move: Move, reason: string): Move {
  return { ...move, from: move.to, to: move.from, reason };
}
