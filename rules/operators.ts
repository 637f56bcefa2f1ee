import { oreFromKroner } from '../src/money/ore.ts';
import { compareRates, type Rate, rateFromText } from '../src/money/rate.ts';
import type { FactTypes } from '../src/prioritisation/facts.ts';
import { holds, type OrderRelation, type Relation } from './relation.ts';

interface Operator {
  readonly relation: Relation;
  /** The types of fact that it fits. */
  readonly facts: readonly (keyof FactTypes)[];
}

/** Comparisons of amounts by number: json-rules-engine's own compare text as text, "9" after "10". */
const ORDER_OPERATORS = {
  LessThan: 'less',
  AtMost: 'at-most',
  Equal: 'equal',
  NotEqual: 'unequal',
  AtLeast: 'at-least',
  GreaterThan: 'greater',
} as const satisfies Readonly<Record<string, OrderRelation>>;

/** json-rules-engine's own, for what it compares rightly. */
const ENGINE_OPERATORS: Readonly<Record<string, Operator>> = {
  equal: { relation: 'equal', facts: ['flag', 'text', 'whole'] },
  notEqual: { relation: 'unequal', facts: ['flag', 'text', 'whole'] },
  in: { relation: 'in', facts: ['text', 'whole'] },
  notIn: { relation: 'not-in', facts: ['text', 'whole'] },
  contains: { relation: 'contains', facts: ['texts'] },
  doesNotContain: { relation: 'lacks', facts: ['texts'] },
  lessThan: { relation: 'less', facts: ['whole'] },
  lessThanInclusive: { relation: 'at-most', facts: ['whole'] },
  greaterThan: { relation: 'greater', facts: ['whole'] },
  greaterThanInclusive: { relation: 'at-least', facts: ['whole'] },
};

/** Every operator that a rule may use, by name: `moneyLessThan`, `rateAtMost`, `equal`, … */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ...Object.entries(ENGINE_OPERATORS),
  ...exactOperators('money'),
  ...exactOperators('rate'),
]);

function exactOperators(type: 'money' | 'rate'): [string, Operator][] {
  return Object.entries(ORDER_OPERATORS).map(([name, relation]) => [
    `${type}${name}`,
    { relation, facts: [type] },
  ]);
}

type EngineComparison = (fact: AmountInEngine, value: AmountInEngine) => boolean;

/**
 * Amounts as the engine meets them: money facts in whole øre, figures of a rule in kroner as text, rates as
 * text.
 */
type AmountInEngine = number | string;

/** How the operators that are ours decide, for the engine to learn. */
export const EXACT_COMPARISONS: ReadonlyMap<string, EngineComparison> = new Map(
  Object.entries(ORDER_OPERATORS).flatMap(([name, relation]): [string, EngineComparison][] => [
    [`money${name}`, (fact, value) => holds(relation, orderOf(oreInEngine(fact), oreInEngine(value)))],
    [`rate${name}`, (fact, value) => holds(relation, compareRates(rateInEngine(fact), rateInEngine(value)))],
  ]),
);

function oreInEngine(amount: AmountInEngine): bigint {
  return typeof amount === 'number' ? BigInt(amount) : oreFromKroner(amount);
}

function rateInEngine(amount: AmountInEngine): Rate {
  return rateFromText(String(amount));
}

function orderOf(first: bigint, second: bigint): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
