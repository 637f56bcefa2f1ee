import type { Fraction } from '../fraction.ts';
import type { Obstacle } from '../walk.ts';

/** Another candidate that the money went to, and how much of it; what it cost where no one in particular paid. */
export interface Rival {
  readonly place: number;
  readonly amount: bigint;
}

/** Why a candidate was not chosen: what was missing. */
export type Reason =
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }
  /** Nobody supports it, or what it gives has no utility or value. */
  | { readonly kind: 'support' }
  /** It costs more than the whole budget, or than all its supporters ever held; `missing` in øre, rounded up. */
  | { readonly kind: 'money'; readonly missing: bigint }
  /** Money for it was there, but went to better ones first. */
  | { readonly kind: 'rivals'; readonly missing: bigint; readonly rivals: readonly Rival[] }
  /** The solver ran out of time before it could say. */
  | { readonly kind: 'unproven' };

/** What became of a candidate. */
export interface Fate {
  readonly place: number;
  readonly reason?: Reason;
  /** The share of its price that its supporters could have paid when it fell out. */
  readonly effectiveSupport?: Fraction;
}

/** Rivals beyond this many say nothing further. */
const MOST_RIVALS = 10;

/** Those who took most first; equals in the order in which they were chosen. */
export function largestRivals(rivals: readonly Rival[]): Rival[] {
  return rivals
    .filter(({ amount }) => amount > 0n)
    .toSorted((first, second) => (first.amount === second.amount ? 0 : first.amount > second.amount ? -1 : 1))
    .slice(0, MOST_RIVALS);
}
