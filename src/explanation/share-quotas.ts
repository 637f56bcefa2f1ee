import type { Solution } from '../agreement/agreement.ts';
import { solutionWeights } from '../agreement/key-weights.ts';
import { membersOf } from '../agreement/membership.ts';
import { divide, type Exact, exactFromOre, multiply, sign, sum, ZERO } from '../money/exact.ts';
import type { Ore } from '../money/ore.ts';
import type { SplitColumn } from '../money/two-way-split.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { invariant } from '../refusal.ts';
import type { PaidYear } from '../sharing/paid-year.ts';
import { sharesBefore } from '../sharing/share-years.ts';
import { splitColumns } from '../sharing/split-columns.ts';
import type { YearShares } from '../sharing/year-shares.ts';
import { agreedSolution } from './price-scope.ts';
import { settled } from './settled.ts';

/** The exact share of one municipality in one solution's price, before any øre is rounded. */
export interface ShareQuota {
  readonly solution: Solution;
  readonly total: Ore;
  readonly weight: Exact;
  readonly weightSum: Exact;
  /** total · weight / Σ weight, as the key alone has it. */
  readonly keyQuota: Exact;
  /** The same after the key's limits against the year before; the key's own where there are none. */
  readonly quota: Exact;
  readonly column: SplitColumn;
  /** The municipality's place among the members of the year. */
  readonly row: number;
}

/** What was paid in the year before, which limits look at, whether the answer holds that year or not. */
export function yearBefore(price: YearPrice, shares: readonly YearShares[]): PaidYear | undefined {
  const previous = shares.find(({ year }) => year === price.year - 1);
  return settled(sharesBefore(price, previous));
}

/** The quotas of one municipality in every solution of the year, in catalogue order. */
export function shareQuotas(
  price: YearPrice,
  before: PaidYear | undefined,
  municipality: string,
): ShareQuota[] {
  const members = membersOf(price.agreement, price.year);
  const row = members.findIndex((member) => member.municipality === municipality);
  const columns = settled(splitColumns(price, before));
  return price.solutions.map((priced, place) => {
    const solution = agreedSolution(price, priced.solution);
    const weights = solutionWeights(solution, members);
    const column = columns[place];
    invariant(column !== undefined, 'there is a column for every solution');
    return {
      solution,
      total: priced.price,
      weight: weights[row] ?? ZERO,
      weightSum: sum(weights),
      keyQuota: quotaOf(priced.price, weights, row),
      quota: quotaOf(priced.price, column.weights, row),
      column,
      row,
    };
  });
}

function quotaOf(total: Ore, weights: readonly Exact[], row: number): Exact {
  const weightSum = sum(weights);
  if (sign(weightSum) === 0) return ZERO;
  return divide(multiply(exactFromOre(total), weights[row] ?? ZERO), weightSum);
}
