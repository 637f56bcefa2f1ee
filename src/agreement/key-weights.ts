import {
  add,
  divide,
  type Exact,
  exactFromInteger,
  exactFromRate,
  multiply,
  ONE,
  overCommonDenominator,
  ratio,
  sign,
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

/**
 * Σ share · weight / sum of the part's weights. A part that nobody has weight in is left out, so that the others carry
 * its share. Summed in whole numbers over one denominator, so that each weight is reduced once only.
 */
function mixedWeights(parts: MixParts, municipalities: readonly Municipality[]): Exact[] {
  const weighted = parts.flatMap(({ share, key }) => {
    const { numerators: weights } = overCommonDenominator(keyWeights(key, municipalities));
    const total = exactFromInteger(weights.reduce((sum, weight) => sum + weight, 0n));
    return sign(total) === 0 ? [] : [{ weights, perWeight: divide(exactFromRate(share), total) }];
  });
  const { numerators: factors, denominator } = overCommonDenominator(
    weighted.map(({ perWeight }) => perWeight),
  );
  return municipalities.map((_, place) => {
    const parts = weighted.map(({ weights }, part) => (factors[part] ?? 0n) * (weights[place] ?? 0n));
    return ratio(
      parts.reduce((sum, part) => sum + part, 0n),
      denominator,
    );
  });
}
