import {
  type ConditionProperties,
  Engine,
  Fact,
  type RuleResult,
  type TopLevelCondition,
} from 'json-rules-engine';
import type { Facts } from '../src/prioritisation/facts.ts';
import type { Verdict } from '../src/prioritisation/verdict.ts';
import { accepted, invariant, type Result } from '../src/refusal.ts';
import { type Comparison, type Condition, comparisonsIn } from './condition.ts';
import { type EngineFact, engineFacts } from './engine-facts.ts';
import { EXACT_COMPARISONS } from './operators.ts';
import type { Rule } from './rule-set.ts';
import { seenCondition } from './seen-condition.ts';

/** Asks rules about one request after another. */
export interface RuleEngine {
  /**
   * What every rule says, fired or not, in the order of the rules; refused with `amount_too_large_for_rules`.
   */
  readonly judge: (facts: Facts) => Promise<Result<Verdict[]>>;
}

/**
 * Makes rules ready to be asked. json-rules-engine keeps its state in itself while it runs, so that two runs
 * at the same time can stop each other half-way: each simulation has an engine of its own and asks it about
 * one request at a time.
 *
 * The rules run side by side, and in which order they answer is of no matter: answers are put back in the
 * order of the rules.
 */
export function ruleEngine(rules: readonly Rule[]): RuleEngine {
  const engine = new Engine();
  for (const [name, comparison] of EXACT_COMPARISONS) engine.addOperator(name, comparison);
  rules.forEach(({ conditions, effect }, place) => {
    engine.addRule({ name: String(place), conditions: topLevel(conditions), event: { type: effect.type } });
  });
  return {
    judge: async (facts) => {
      const known = engineFacts(facts);
      if (!known.ok) return known;
      const { results, failureResults } = await engine.run(runFacts(known.value));
      const byPlace = new Map([...results, ...failureResults].map((result) => [result.name, result]));
      return accepted(rules.map((rule, place) => verdictOf(rule, byPlace.get(String(place)), facts)));
    },
  };
}

/** The engine finds cached facts by a hash that costs more than all the rules; facts that are fixed need none. */
function runFacts(facts: Readonly<Record<string, EngineFact>>): Record<string, Fact> {
  const uncached = Object.entries(facts).map(([name, value]) => [
    name,
    new Fact(name, value, { cache: false }),
  ]);
  return Object.fromEntries(uncached);
}

/** What the engine adds to a comparison that it has made. */
type ConditionAnswer = Comparison & { readonly result: boolean };

/** The engine writes into each result the value that every comparison saw and whether it held. */
function verdictOf(rule: Rule, result: RuleResult | undefined, facts: Facts): Verdict {
  invariant(result !== undefined, `the engine answers for the rule ${rule.rule}`);
  const answered = comparisonsIn(result.conditions as Condition);
  return {
    rule: rule.rule,
    title: rule.title,
    priority: rule.priority,
    fired: result.result === true,
    effect: rule.effect,
    conditions: comparisonsIn(rule.conditions).map(({ comparison }, place) => {
      const answer: Partial<ConditionAnswer> = answered[place]?.comparison ?? {};
      return seenCondition(comparison, facts, answer.result === true);
    }),
  };
}

/** The engine wants a group at the top. */
function topLevel(condition: Condition): TopLevelCondition {
  const written = inEngineForm(condition);
  return 'fact' in written ? { all: [written] } : written;
}

function inEngineForm(condition: Condition): TopLevelCondition | ConditionProperties {
  if ('all' in condition) return { all: condition.all.map(inEngineForm) };
  if ('any' in condition) return { any: condition.any.map(inEngineForm) };
  if ('not' in condition) return { not: inEngineForm(condition.not) };
  return { ...condition };
}
