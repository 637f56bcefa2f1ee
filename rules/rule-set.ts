import type { Effect } from '../src/prioritisation/effects.ts';
import type { Bilingual, Refusal } from '../src/refusal.ts';
import type { Condition } from './condition.ts';
import { type Effective, governs } from './effective.ts';

/** A rule (*regel*): when its conditions hold for a request, it asks the core for an effect. */
export interface Rule extends Effective {
  readonly rule: string;
  readonly title: Bilingual;
  readonly explanation: Bilingual;
  readonly source: string;
  /** Lower is applied earlier. */
  readonly priority: number;
  readonly severity: 'info' | 'warning' | 'error';
  readonly conditions: Condition;
  readonly effect: Effect;
}

/** A set of rules (*regelsæt*) that proposals meet. */
export interface RuleSet extends Effective {
  readonly ruleSet: string;
  readonly title: Bilingual;
  readonly version: string;
  /** By priority, then id, then date. */
  readonly rules: readonly Rule[];
  /** What the set may be at odds with itself about; what it certainly is at odds about is refused. */
  readonly conflicts: readonly Refusal[];
}

/** The rules that a year is governed by: asking about an earlier year gives that year's rules. */
export function rulesOfYear(ruleSet: RuleSet, year: number): Rule[] {
  return ruleSet.rules.filter((rule) => governs(rule, year));
}
