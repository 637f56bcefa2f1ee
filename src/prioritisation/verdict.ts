import type { Bilingual } from '../refusal.ts';
import type { Effect } from './effects.ts';
import type { FactName, FactValue } from './facts.ts';

/** One comparison that a rule made: the fact's value, and what it was held against. */
export interface SeenCondition {
  readonly fact: FactName;
  readonly operator: string;
  readonly seen: FactValue;
  /** The rule's own figure, or the value of the other fact that it names. */
  readonly comparedWith: FactValue | readonly (string | number)[];
  readonly comparedWithFact?: FactName;
  readonly holds: boolean;
}

/** What one rule says about one request, whether it fired or not. */
export interface Verdict {
  readonly rule: string;
  readonly title: Bilingual;
  readonly priority: number;
  readonly fired: boolean;
  readonly effect: Effect;
  /** Every comparison of the rule's conditions, in the order they are written. */
  readonly conditions: readonly SeenCondition[];
}
