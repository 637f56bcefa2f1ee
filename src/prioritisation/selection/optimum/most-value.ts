import { compareFractions, type Fraction, NOTHING } from '../fraction.ts';
import { leastCommonMultiple } from '../whole-numbers.ts';
import { leastAmount } from './amounts.ts';
import { searchExactly } from './exact-search.ts';
import { capacitiesOf, mostWithin } from './fractional-bound.ts';
import { boundFrom, type Profits } from './profits.ts';
import type { Solved } from './program.ts';
import type { Search } from './search.ts';

export interface MostValue {
  /** No set is worth more than this; the value of the best one when that is proved. */
  readonly bound: Fraction;
  readonly isProven: boolean;
  readonly isImpossible: boolean;
}

/** Sets of part funding whose values differ by less than a solver can tell are few. */
const MOST_NEAR_EQUALS = 20;

/**
 * Finds the set of the greatest value. A solver works in doubles, so its word is a bound with a margin: it proves the best set
 * where no possible value lies between the two. Where one may, the sets that come near are valued exactly, each in turn, until what is
 * left is clearly worth less; without part funding an exact search of our own settles it.
 */
export function findMostValue(search: Search, worth: Profits): MostValue {
  for (let tries = 0; ; tries++) {
    const answer = search.solve('maximise', worth.doubles, []);
    const reached = reachedBy(answer.solved, search, worth);
    if (reached.isProven || reached.isImpossible || answer.solved.status !== 'optimal') return reached;
    if (!search.model.hasParts) return searchExactly(search) ? proven(search) : reached;
    const isSpent = 'chosen' in answer && answer.hasBestAmounts;
    if (!isSpent || tries >= MOST_NEAR_EQUALS || !search.hasTime) return reached;
    search.askForOtherThan(answer.chosen);
  }
}

/** What the solver's last word says of the best set there is. */
function reachedBy(solved: Solved, search: Search, worth: Profits): MostValue {
  const { best } = search;
  const nothingElse = solved.status === 'infeasible';
  if (best === undefined) return { bound: NOTHING, isProven: false, isImpossible: nothingElse };
  if (nothingElse) return proven(search);
  const bound = boundOf(solved, search, worth);
  if (compareFractions(best.value, bound) >= 0n) return proven(search);
  return { bound: larger(bound, best.value), isProven: false, isImpossible: false };
}

function proven({ best }: Search): MostValue {
  return { bound: best?.value ?? NOTHING, isProven: true, isImpossible: false };
}

/**
 * The greatest possible value that is above neither bound: the solver's, which it has none of when it was stopped early, and our own,
 * over the budget and over each limit.
 */
function boundOf({ bound }: Solved, search: Search, worth: Profits): Fraction {
  const { model, values, constraints } = search;
  const everything: Fraction = { numerator: values.reduce((sum, value) => sum + value, 0n), denominator: 1n };
  const own = capacitiesOf(model.problem, constraints, values).map((capacity) =>
    mostWithin(capacity, capacity.limit, values, () => true),
  );
  const solvers = Number.isFinite(bound) ? [boundFrom(bound, worth, model.hasParts)] : [];
  const least = [...own, ...solvers].reduce(smaller, everything);
  const perValue = valuesInOne(search);
  return { numerator: (least.numerator * perValue) / least.denominator, denominator: perValue };
}

/** Amounts are whole øre, so every value is a whole number of this part of a unit. */
function valuesInOne({ model: { problem } }: Search): bigint {
  return problem.candidates
    .filter((candidate) => leastAmount(candidate) < candidate.cost)
    .map(({ cost }) => cost)
    .reduce(leastCommonMultiple, 1n);
}

function larger(first: Fraction, second: Fraction): Fraction {
  return compareFractions(first, second) < 0n ? second : first;
}

function smaller(first: Fraction, second: Fraction): Fraction {
  return compareFractions(first, second) < 0n ? first : second;
}
