import {
  add,
  compare,
  divide,
  type Exact,
  exactFromInteger,
  exactFromOre,
  exactFromRate,
  ONE,
  subtract,
  ZERO,
} from '../src/money/exact.ts';
import { oreFromKroner } from '../src/money/ore.ts';
import { rateFromText } from '../src/money/rate.ts';
import { FACTS, type FactTypes } from '../src/prioritisation/facts.ts';
import type { ComparisonValue } from './condition.ts';
import { holds, type Relation } from './relation.ts';

/** What one comparison, or the denial of one, demands of a fact. */
export interface Demand {
  readonly fact: string;
  readonly relation: Relation;
  readonly value: ComparisonValue;
}

/** Demands that must all be met. */
export type Case = readonly Demand[];

const TWO = exactFromInteger(2n);

/** Whether a fact can have some value that meets all demands; each demand is against a figure of the rule's own. */
export function canBeMet(fact: string, demands: Case): boolean {
  const description = new Map(Object.entries(FACTS)).get(fact);
  if (description === undefined) return true;
  switch (description.type) {
    case 'money':
    case 'rate':
    case 'whole':
      return someNumberMeets(description.type, demands);
    case 'flag':
      return [true, false].some((value) => demands.every((demand) => isMetBy(value, demand)));
    case 'text':
      return someTextMeets('values' in description ? description.values : undefined, demands);
    case 'texts':
      // A list holds any texts at once: only a text that it must hold and must not hold is impossible, which is seen before.
      return true;
  }
}

function someTextMeets(values: readonly string[] | undefined, demands: Case): boolean {
  const named = demands.flatMap(({ value }) => listOf(value));
  const unnamed = `not ${named.join(' nor ')}`;
  const candidates = values ?? [...named, unnamed];
  return candidates.some((candidate) => demands.every((demand) => isMetBy(candidate, demand)));
}

function isMetBy(candidate: unknown, { relation, value }: Demand): boolean {
  const isNamed = listOf(value).includes(candidate);
  return relation === 'equal' || relation === 'in' ? isNamed : !isNamed;
}

/**
 * Whether some number from zero up meets all demands. Between two neighbouring figures every demand is either met throughout or
 * not at all, so it is enough to try each figure and one number in each gap: for rates the middle, for whole
 * numbers and øre the next one.
 */
function someNumberMeets(type: keyof FactTypes, demands: Case): boolean {
  const figures = demands.flatMap(({ value }) => listOf(value).map((figure) => numberOf(type, figure)));
  const candidates = type === 'rate' ? withMiddles(figures) : withNeighbours(figures);
  return candidates.some(
    (candidate) =>
      compare(candidate, ZERO) >= 0 && demands.every((demand) => isMetByNumber(type, candidate, demand)),
  );
}

function isMetByNumber(type: keyof FactTypes, candidate: Exact, { relation, value }: Demand): boolean {
  const orders = listOf(value).map((figure) => compare(candidate, numberOf(type, figure)));
  if (relation === 'in' || relation === 'not-in') return orders.includes(0) === (relation === 'in');
  if (relation === 'contains' || relation === 'lacks') return true;
  return orders.every((order) => holds(relation, order));
}

function withNeighbours(figures: readonly Exact[]): Exact[] {
  return [ZERO, ...figures.flatMap((figure) => [subtract(figure, ONE), figure, add(figure, ONE)])];
}

function withMiddles(figures: readonly Exact[]): Exact[] {
  const ordered = [ZERO, ...figures].toSorted(compare);
  const highest = ordered.at(-1) ?? ZERO;
  return ordered.flatMap((figure, place) => {
    const next = ordered[place + 1] ?? add(highest, ONE);
    return [figure, divide(add(figure, next), TWO)];
  });
}

function numberOf(type: keyof FactTypes, figure: unknown): Exact {
  if (type === 'whole') return exactFromInteger(BigInt(Number(figure)));
  const text = String(figure);
  return type === 'money' ? exactFromOre(oreFromKroner(text)) : exactFromRate(rateFromText(text));
}

function listOf(value: ComparisonValue): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
