import {
  add,
  divide,
  type Exact,
  exactFromInteger,
  exactFromRate,
  multiply,
  ONE,
  sign,
  sum,
  ZERO,
} from '../money/exact.ts';
import type { Municipality, Solution } from './agreement.ts';
import type { PlainKey } from './allocation-key.ts';

/**
 * The weight of each municipality in a solution, in the order given; those that take no part weigh 0.
 * Only the proportions mean something. Model, section 4.
 */
export function solutionWeights(solution: Solution, municipalities: readonly Municipality[]): Exact[] {
  const { participants, key } = solution;
  if (participants === undefined) return keyWeights(key, municipalities);
  const taking = new Set(participants);
  const present = municipalities.filter(({ municipality }) => taking.has(municipality));
  const weights = new Map(keyWeights(key, present).map((weight, place) => [present[place], weight]));
  return municipalities.map((municipality) => weights.get(municipality) ?? ZERO);
}

/** The weights that an allocation key (*fordelingsnøgle*) gives the municipalities, each ≥ 0. */
export function keyWeights(key: PlainKey, municipalities: readonly Municipality[]): Exact[] {
  switch (key.kind) {
    case 'population':
      return municipalities.map(({ population }) => exactFromInteger(population));
    case 'population-tiered': {
      const weightAbove = exactFromRate(key.weightAbove);
      return municipalities.map(({ population }) => tieredPopulation(population, key.threshold, weightAbove));
    }
    case 'equal':
      return municipalities.map(() => ONE);
    case 'weights':
      return municipalities.map(({ municipality }) => {
        const weight = key.weights.get(municipality);
        return weight === undefined ? ZERO : exactFromRate(weight);
      });
    case 'mix':
      return mixedWeights(key.parts, municipalities);
  }
}

function tieredPopulation(population: bigint, threshold: bigint, weightAbove: Exact): Exact {
  if (population <= threshold) return exactFromInteger(population);
  return add(exactFromInteger(threshold), multiply(weightAbove, exactFromInteger(population - threshold)));
}

type MixParts = Extract<PlainKey, { kind: 'mix' }>['parts'];

/** A part that nobody has weight in is left out, so that the others carry its share. */
function mixedWeights(parts: MixParts, municipalities: readonly Municipality[]): Exact[] {
  let mixed = municipalities.map(() => ZERO);
  for (const { share, key } of parts) {
    const weights = keyWeights(key, municipalities);
    const total = sum(weights);
    if (sign(total) === 0) continue;
    const perWeight = divide(exactFromRate(share), total);
    mixed = mixed.map((weight, place) => add(weight, multiply(perWeight, weights[place] ?? ZERO)));
  }
  return mixed;
}
