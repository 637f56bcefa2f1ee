import { byCodePoint } from '../src/order.ts';
import type { Condition } from './condition.ts';
import { canBeMet, type Demand, demandOf } from './demands.ts';
import { OPERATORS } from './operators.ts';
import { OPPOSITE } from './relation.ts';

/** Demands that must all be met. */
type Case = readonly Demand[];

/**
 * The cases in which a condition holds (its disjunctive normal form), without those that contradict
 * themselves; undefined when there are too many to look through, and then nothing is proved about the
 * condition.
 */
export type Cases = readonly Case[] | undefined;

/**
 * So few that a set of many rules is looked through in a moment; rules that people write have one to four
 * cases.
 */
const MOST_CASES = 64;

/** Facts and operators must be known and fit each other. */
export function casesOf(condition: Condition): Cases {
  return expand(condition, false)?.filter(isPossible);
}

/** Whether no request can ever be in one of the cases. False where that cannot be seen. */
export function neverHold(cases: Cases): boolean {
  return cases?.length === 0;
}

/**
 * Whether a request can be in cases of both. What cannot be ruled out counts as possible: two facts held
 * against each other, and ties between facts (a new solution has no target), are not reasoned about.
 */
export function canHoldTogether(some: Cases, others: Cases): boolean {
  if (some === undefined || others === undefined || some.length * others.length > MOST_CASES) return true;
  return some.some((one) => others.some((other) => isPossible([...one, ...other])));
}

/** Whether the two are the very same cases. False where that cannot be seen. */
export function areTheSame(some: Cases, others: Cases): boolean {
  if (some === undefined || others === undefined) return false;
  return textOf(some) === textOf(others);
}

function expand(condition: Condition, isDenied: boolean): Cases {
  if ('not' in condition) return expand(condition.not, !isDenied);
  if ('all' in condition) return isDenied ? either(condition.all, true) : together(condition.all, false);
  if ('any' in condition) return isDenied ? together(condition.any, true) : either(condition.any, false);
  const relation = OPERATORS.get(condition.operator)?.relation;
  if (relation === undefined) return undefined;
  return [[demandOf(condition, isDenied ? OPPOSITE[relation] : relation)]];
}

function either(conditions: readonly Condition[], isDenied: boolean): Cases {
  const cases: Case[] = [];
  for (const condition of conditions) {
    const more = expand(condition, isDenied);
    if (more === undefined || cases.length + more.length > MOST_CASES) return undefined;
    cases.push(...more);
  }
  return cases;
}

function together(conditions: readonly Condition[], isDenied: boolean): Cases {
  let cases: readonly Case[] = [[]];
  for (const condition of conditions) {
    const more = expand(condition, isDenied);
    if (more === undefined || cases.length * more.length > MOST_CASES) return undefined;
    cases = cases.flatMap((demands) => more.map((others) => [...demands, ...others]));
  }
  return cases;
}

function isPossible(demands: Case): boolean {
  const keys = new Set(demands.map(({ key }) => key));
  if (demands.some(({ deniedBy }) => keys.has(deniedBy))) return false;
  const byFact = Map.groupBy(
    demands.filter(({ figures }) => figures !== undefined),
    ({ fact }) => fact,
  );
  return [...byFact].every(([fact, own]) => canBeMet(fact, own));
}

/** Equal for equal sets of cases, whatever their order; no case at all differs from a case without demands. */
function textOf(cases: readonly Case[]): string {
  const texts = cases.map((demands) => JSON.stringify(distinct(demands.map(({ key }) => key))));
  return JSON.stringify(distinct(texts));
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted(byCodePoint);
}
