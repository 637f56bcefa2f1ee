import type { Constraint } from '../constraint.ts';
import { quotient } from '../doubles.ts';
import { compareFractions, type Fraction, NOTHING } from '../fraction.ts';
import { greedy } from '../greedy.ts';
import type { Means } from '../means.ts';
import { mustWithDependencies } from '../must.ts';
import type { SelectionProblem } from '../problem.ts';
import type { TieBreak } from '../tie-break.ts';
import type { Valuation } from '../valuation.ts';
import type { Incumbent } from './incumbent.ts';
import { sumRow } from './model.ts';
import { Search } from './search.ts';
import { type Scaled, scaled } from './whole-row.ts';

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

/** Values as a solver gets them: in units of `unit` / `magnified`. */
interface Profits extends Scaled {
  readonly magnified: number;
}

/** Above the differences that a solver takes for equal, in any share of the value. */
const SHARE_MAGNITUDE = 2 ** 30;

/** Shares have no least step, so their values are made large beside what a solver takes for equal. */
function profitsOf(values: readonly bigint[], hasParts: boolean): Profits {
  const whole = scaled(values, 'up');
  const largest = Math.max(1, ...whole.doubles);
  const magnified = hasParts ? 2 ** Math.max(0, Math.floor(Math.log2(SHARE_MAGNITUDE / largest))) : 1;
  return { ...whole, doubles: whole.doubles.map((profit) => profit * magnified), magnified };
}

/** Sets of part funding whose values differ by the rounding to whole øre alone are few. */
const MOST_ROUNDED_SETS = 20;

interface MostValue {
  readonly bound: Fraction;
  readonly isProven: boolean;
  readonly isImpossible: boolean;
}

function findMostValue(search: Search, worth: Profits): MostValue {
  for (let tries = 0; ; tries++) {
    const answer = search.solve('maximise', worth.doubles, []);
    const { solved } = answer;
    const nothingElse = solved.status === 'infeasible';
    const { best } = search;
    if (best === undefined) return { bound: NOTHING, isProven: false, isImpossible: nothingElse };
    const bound = nothingElse ? best.value : boundFrom(solved.bound, worth, search.model.hasParts);
    const isComplete = nothingElse || solved.status === 'optimal';
    const isReached = isComplete && worth.isExact && reaches(best.value, bound, search.model.hasParts);
    const settled = { bound: isReached ? best.value : larger(bound, best.value), isImpossible: false };
    if (isReached || !isComplete || !('chosen' in answer)) return { ...settled, isProven: isReached };
    if (!search.model.hasParts || tries >= MOST_ROUNDED_SETS || !search.hasTime) {
      return { ...settled, isProven: false };
    }
    // Whole øre cost this set a little of what it would be worth in fractions of an øre: another may be worth more.
    search.askForOtherThan(answer.chosen);
  }
}

/** Relative to the bound: what a solver's arithmetic may err by. */
const BOUND_ERROR = 1e-9;

/** A solver's bound as a fraction of the valuation's units, rounded up by what the solver may err; whole values have whole bounds. */
function boundFrom(bound: number, { unit, magnified }: Profits, hasParts: boolean): Fraction {
  const careful = bound / magnified + Math.abs(bound / magnified) * BOUND_ERROR;
  if (!hasParts) return { numerator: BigInt(Math.floor(careful + 1e-6)) * unit, denominator: 1n };
  const denominator = 2n ** 40n;
  return { numerator: BigInt(Math.ceil(careful * 2 ** 40)) * unit, denominator };
}

function reaches(value: Fraction, bound: Fraction, hasParts: boolean): boolean {
  if (!hasParts) return compareFractions(value, bound) >= 0n;
  const [reached, least] = [
    quotient(value.numerator, value.denominator),
    quotient(bound.numerator, bound.denominator),
  ];
  return reached >= least * (1 - 3 * BOUND_ERROR);
}

function larger(first: Fraction, second: Fraction): Fraction {
  return compareFractions(first, second) < 0n ? second : first;
}

/** Looks for the same value at a lower cost; whether it is proved that there is none. */
function findLeastCost(search: Search, problem: SelectionProblem, worth: Profits): boolean {
  const costs = scaled(
    problem.candidates.map(({ cost }) => cost),
    'down',
  );
  for (;;) {
    const { best } = search;
    if (best === undefined) return false;
    const answer = search.solve('minimise', costs.doubles, [worthAtLeast(search, best, worth)]);
    if (answer.solved.status === 'infeasible') return costs.isExact;
    if (!('chosen' in answer)) return false;
    const { solved, chosen, incumbent } = answer;
    if (isSettled(incumbent, best)) return solved.status === 'optimal' && costs.isExact;
    if (!search.hasTime) return false;
    // Worth less than it seemed to be in doubles: so is every part of it.
    if (compareFractions(incumbent.value, best.value) < 0n) search.askForMoreThan(chosen);
  }
}

/** As much value, and no dearer than what was the best before. */
function isSettled(incumbent: Incumbent, best: Incumbent): boolean {
  return compareFractions(incumbent.value, best.value) === 0n && incumbent.cost <= best.cost;
}

/** Σ value · funded ≥ the best value, with as much to spare as the solver needs. */
function worthAtLeast({ model }: Search, { value }: Incumbent, { doubles, unit, magnified }: Profits) {
  const least = quotient(value.numerator, value.denominator * unit) * magnified;
  return sumRow(
    doubles.map((profit, place) => [model.fundedColumn(place), profit]),
    { lower: model.hasParts ? least * (1 - BOUND_ERROR) : Math.ceil(least - 1e-6) - 0.5 },
  );
}
