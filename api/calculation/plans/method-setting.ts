import type { SelectionAnswer } from '../../../data/schema/selection-answer.ts';
import type { RuleSet } from '../../../rules/rule-set.ts';
import type { Agreement, Body } from '../../../src/agreement/agreement.ts';
import type { YearPrice } from '../../../src/pricing/year-price.ts';
import type { Initiative } from '../../../src/prioritisation/initiative.ts';
import type { YearShares } from '../../../src/sharing/year-shares.ts';

/** What methods choose among, under which rules, and with what. */
export interface MethodSetting {
  readonly agreement: Agreement;
  readonly prices: readonly YearPrice[];
  readonly shares: readonly YearShares[];
  readonly ruleSet: RuleSet;
  readonly carriesOver: boolean;
  /** Whose choice it is. */
  readonly body: Body;
  readonly initiatives: readonly Initiative[];
  readonly inPlace: readonly string[];
  /** Answers a selection request. */
  readonly choose: (request: object) => Promise<ChosenReply>;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

export type ChosenReply =
  | { readonly kind: 'answered'; readonly answer: SelectionAnswer }
  /** What must be chosen does not fit together. */
  | { readonly kind: 'impossible' };
