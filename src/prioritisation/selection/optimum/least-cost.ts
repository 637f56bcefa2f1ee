import { quotient } from '../doubles.ts';
import { compareFractions } from '../fraction.ts';
import type { SelectionProblem } from '../problem.ts';
import type { Incumbent } from './incumbent.ts';
import { sumRow } from './model.ts';
import { type Profits, SHARE_ERROR } from './profits.ts';
import type { Search } from './search.ts';
import { type Scaled, scaled } from './whole-row.ts';

/** Looks for the same value at a lower cost; whether it is proved that there is none. */
export function findLeastCost(search: Search, problem: SelectionProblem, worth: Profits): boolean {
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
    if (isSettled(incumbent, best)) {
      return solved.status === 'optimal' && costs.isExact && isLeast(solved.bound, costs, search);
    }
    if (!search.hasTime) return false;
    // Worth less than it seemed to be in doubles: so is every part of it.
    if (compareFractions(incumbent.value, best.value) < 0n) search.askForMoreThan(chosen);
  }
}

/** No whole øre less is left between the solver's bound and the best; without shares its bound is whole already. */
function isLeast(bound: number, { unit }: Scaled, { model, best }: Search): boolean {
  if (!model.hasParts) return true;
  return bound * Number(unit) * (1 - SHARE_ERROR) > Number(best?.cost ?? 0n) - 1;
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
    { lower: model.hasParts ? least * (1 - SHARE_ERROR) : Math.ceil(least - 1e-6) - 0.5 },
  );
}
