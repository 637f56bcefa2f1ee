import { type Ore, ore } from '../../../money/ore.ts';
import { costOfEverything } from '../conflict.ts';
import type { Means } from '../means.ts';
import type { Prepared } from '../prepared.ts';
import { sumRow } from './model.ts';
import { Search } from './search.ts';
import { scaled } from './whole-row.ts';

/** The budget that is needed for more; `never`: no budget gives more; undefined: not proved in time, or not in whole values. */
export type NextValue = Ore | 'never' | undefined;

/**
 * The least cost of a set that is worth more than `value`, or of any set at all where `value` is absent, whatever the
 * budget. Only where nothing is funded in part: shares of a value have no next one.
 */
export function leastCostOfMore(
  { problem, valuation, constraints }: Prepared,
  value: bigint | undefined,
  means: Means,
): NextValue {
  const unlimited = { ...problem, budget: costOfEverything(problem) };
  const worth = scaled(valuation.values, 'down');
  const costs = scaled(
    problem.candidates.map(({ cost }) => cost),
    'down',
  );
  const search = new Search(unlimited, constraints, valuation.values, means);
  if (search.model.hasParts || !worth.isExact || !costs.isExact) return undefined;
  const atLeast = value === undefined ? 0n : value / worth.unit + 1n;
  const row = sumRow(
    worth.doubles.map((profit, place) => [place, profit]),
    { lower: Number(atLeast) - 0.5 },
  );
  const answer = search.solve('minimise', costs.doubles, [row]);
  if (answer.solved.status === 'infeasible') return 'never';
  if (!('chosen' in answer) || answer.solved.status !== 'optimal') return undefined;
  const isMore = value === undefined || answer.incumbent.value.numerator > value;
  return isMore ? ore(answer.incumbent.cost) : undefined;
}
