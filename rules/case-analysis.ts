import { byCodePoint } from '../src/order.ts';
import { type Condition, factNamedBy } from './condition.ts';
import { type Case, canBeMet, type Demand } from './demands.ts';
import { OPERATORS } from './operators.ts';
import { OPPOSITE } from './relation.ts';

/** Beyond this many cases nothing is proved about a condition. */
const MOST_CASES = 500;

/** Whether no request can ever meet the condition. False where that cannot be seen. */
export function neverHolds(condition: Condition): boolean {
  return casesOf(condition)?.length === 0;
}

/**
 * Whether both conditions can hold for the same request. What cannot be ruled out counts as possible: two facts held
 * against each other, and ties between facts (a new solution has no target), are not reasoned about.
 */
export function canHoldTogether(first: Condition, second: Condition): boolean {
  const [some, others] = [casesOf(first), casesOf(second)];
  if (some === undefined || others === undefined) return true;
  return some.some((one) => others.some((other) => isPossible([...one, ...other])));
}

/** Whether the two hold in the very same cases. False where that cannot be seen. */
export function sayTheSame(first: Condition, second: Condition): boolean {
  const [some, others] = [casesOf(first), casesOf(second)];
  if (some === undefined || others === undefined) return false;
  return textOf(some) === textOf(others);
}

/**
 * The cases in which a condition holds (its disjunctive normal form), without those that contradict themselves; undefined
 * when there are too many to look through. Facts and operators must be known and fit each other.
 */
function casesOf(condition: Condition): readonly Case[] | undefined {
  return expand(condition, false)?.filter(isPossible);
}

function expand(condition: Condition, isDenied: boolean): readonly Case[] | undefined {
  if ('not' in condition) return expand(condition.not, !isDenied);
  if ('all' in condition) return isDenied ? either(condition.all, true) : together(condition.all, false);
  if ('any' in condition) return isDenied ? together(condition.any, true) : either(condition.any, false);
  const relation = OPERATORS.get(condition.operator)?.relation;
  if (relation === undefined) return undefined;
  const { fact, value } = condition;
  return [[{ fact, relation: isDenied ? OPPOSITE[relation] : relation, value }]];
}

function either(conditions: readonly Condition[], isDenied: boolean): readonly Case[] | undefined {
  const cases: Case[] = [];
  for (const condition of conditions) {
    const more = expand(condition, isDenied);
    if (more === undefined || cases.length + more.length > MOST_CASES) return undefined;
    cases.push(...more);
  }
  return cases;
}

function together(conditions: readonly Condition[], isDenied: boolean): readonly Case[] | undefined {
  let cases: readonly Case[] = [[]];
  for (const condition of conditions) {
    const more = expand(condition, isDenied);
    if (more === undefined || cases.length * more.length > MOST_CASES) return undefined;
    cases = cases.flatMap((demands) => more.map((others) => [...demands, ...others]));
  }
  return cases;
}

function isPossible(demands: Case): boolean {
  const keys = new Set(demands.map(keyOf));
  const denied = demands.some((demand) =>
    keys.has(keyOf({ ...demand, relation: OPPOSITE[demand.relation] })),
  );
  if (denied) return false;
  const ownFigures = demands.filter(({ value }) => factNamedBy(value) === undefined);
  const facts = new Set(ownFigures.map(({ fact }) => fact));
  return [...facts].every((fact) =>
    canBeMet(
      fact,
      ownFigures.filter((demand) => demand.fact === fact),
    ),
  );
}

/** Equal for equal sets of cases, whatever their order; no case at all differs from a case without demands. */
function textOf(cases: readonly Case[]): string {
  return JSON.stringify(distinct(cases.map((demands) => JSON.stringify(distinct(demands.map(keyOf))))));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted(byCodePoint);
}

function keyOf({ fact, relation, value }: Demand): string {
  return JSON.stringify([fact, relation, value]);
}
