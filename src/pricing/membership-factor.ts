import type { Municipality, Solution } from '../agreement/agreement.ts';
import { solutionWeights } from '../agreement/key-weights.ts';
import type { Departed } from '../agreement/membership.ts';
import {
  divide,
  type Exact,
  exactFromRate,
  multiply,
  ONE,
  sign,
  subtract,
  sum,
  ZERO,
} from '../money/exact.ts';
import { compareRates, complement, WHOLE } from '../money/rate.ts';

/**
 * What is left of a solution's price after municipalities have left: 1 less the variable share of each departed
 * one's weight, out of the weight of all including them. Model, section 3.
 *
 * @returns in [0, 1]; 1 when nobody has left or every share that was left stays with the rest
 */
export function membershipFactor(
  solution: Solution,
  members: readonly Municipality[],
  departed: readonly Departed[],
): Exact {
  if (departed.every(({ fixedShare }) => compareRates(fixedShare, WHOLE) === 0)) return ONE;
  const all = [...members, ...departed.map(({ municipality }) => municipality)];
  const weights = solutionWeights(solution, all);
  const total = sum(weights);
  if (sign(total) === 0) return ONE;
  const gone = departed.map(({ fixedShare }, place) =>
    multiply(exactFromRate(complement(fixedShare)), weights[members.length + place] ?? ZERO),
  );
  return subtract(ONE, divide(sum(gone), total));
}
