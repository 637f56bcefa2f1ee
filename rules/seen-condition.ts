import { oreFromKroner } from '../src/money/ore.ts';
import { rateFromText } from '../src/money/rate.ts';
import { FACTS, type FactName, type Facts } from '../src/prioritisation/facts.ts';
import type { SeenCondition } from '../src/prioritisation/verdict.ts';
import { invariant } from '../src/refusal.ts';
import { type Comparison, type ComparisonValue, factNamedBy } from './condition.ts';

/** A comparison with the values it saw, held as the facts hold theirs: money in øre, rates exact. */
export function seenCondition(comparison: Comparison, facts: Facts, holds: boolean): SeenCondition {
  const { fact, operator, value } = comparison;
  invariant(isFactName(fact), `the fact ${fact} was checked when the rule was read`);
  const other = factNamedBy(value);
  const seen = { fact, operator, seen: facts[fact], holds };
  if (other === undefined) return { ...seen, comparedWith: ownFigure(fact, value) };
  invariant(isFactName(other), `the fact ${other} was checked when the rule was read`);
  return { ...seen, comparedWith: facts[other], comparedWithFact: other };
}

function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

function ownFigure(fact: FactName, value: ComparisonValue): SeenCondition['comparedWith'] {
  const { type } = FACTS[fact];
  if (type === 'money') return oreFromKroner(String(value));
  if (type === 'rate') return rateFromText(String(value));
  invariant(typeof value !== 'object' || Array.isArray(value), 'a figure of the rule is no fact');
  return value;
}
