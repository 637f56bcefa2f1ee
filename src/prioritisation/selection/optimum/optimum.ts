import type { Constraint } from '../constraint.ts';
import { compareFractions, type Fraction } from '../fraction.ts';
import { greedy } from '../greedy.ts';
import type { Means } from '../means.ts';
import { mustWithDependencies } from '../must.ts';
import type { SelectionProblem } from '../problem.ts';
import type { TieBreak } from '../tie-break.ts';
import type { Valuation } from '../valuation.ts';
import type { Incumbent } from './incumbent.ts';
import { findLeastCost } from './least-cost.ts';
import { findMostValue } from './most-value.ts';
import { profitsOf } from './profits.ts';
import { Search } from './search.ts';

export type OptimumOutcome =
  | {
      readonly kind: 'found';
      readonly best: Incumbent;
      /** No set has a greater value than this; the value itself when it is proved. */
      readonly bound: Fraction;
      readonly isProven: boolean;
      /** Proved that no set of this value costs less. */
      readonly isCheapest: boolean;
    }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'nothing-in-time' };

/**
 * The set of the greatest value that keeps all constraints; among those the cheapest. The solver's proofs are taken, its
 * sets and amounts are checked and valued exactly. Selection, Optimum.
 */
export function optimum(
  problem: SelectionProblem,
  valuation: Valuation,
  tieBreak: TieBreak,
  constraints: readonly Constraint[],
  means: Means,
): OptimumOutcome {
  const search = new Search(problem, constraints, valuation.values, means);
  search.consider(greedy(problem, valuation, tieBreak, mustWithDependencies(problem)).walk.order);
  const worth = profitsOf(valuation.values, search.model.hasParts);
  const most = findMostValue(search, worth);
  const { best } = search;
  if (best === undefined) return { kind: most.isImpossible ? 'impossible' : 'nothing-in-time' };
  const isCheapest = search.hasTime && findLeastCost(search, problem, worth);
  const cheapest = search.best ?? best;
  const isProven = most.isProven && compareFractions(cheapest.value, best.value) === 0n;
  return {
    kind: 'found',
    best: cheapest,
    bound: isProven ? cheapest.value : most.bound,
    isProven,
    isCheapest,
  };
}
