import type { Rate } from '../../money/rate.ts';

/** How voters say what they want: what they approve of, points for each, or a ranked list. */
export type BallotForm =
  | { readonly kind: 'approval' }
  /** Points from 0 to `most`. */
  | { readonly kind: 'score'; readonly most: Rate }
  | { readonly kind: 'ranking'; readonly rule: RankingRule };

/** How a ranked list becomes points; `pointsOf` says how each does. */
export type RankingRule = 'borda';

/** What one voter says (*stemmeseddel*); one that names nothing approves of nothing. */
export type Paper =
  | { readonly kind: 'approval'; readonly approvals: readonly string[] }
  | { readonly kind: 'score'; readonly scores: ReadonlyMap<string, Rate> }
  /** The best first. */
  | { readonly kind: 'ranking'; readonly ranking: readonly string[] };

/** What is voted on, and how. */
export interface Question {
  readonly initiatives: readonly string[];
  readonly form: BallotForm;
}
