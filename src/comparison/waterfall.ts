import { negateOre, type Ore, sumOre } from '../money/ore.ts';
import type { PartDifferences } from './part-differences.ts';
import type { SolutionDifference } from './solution-differences.ts';

/** What can move a price, in the order in which a price is made. */
export const WATERFALL_STEPS = [
  'catalogue',
  'base-prices',
  'indexation',
  'efficiency',
  'membership',
] as const;
export type WaterfallStep = (typeof WATERFALL_STEPS)[number];

/**
 * How the baseline's price becomes the scenario's. Each step is the difference of one part of the price, not the
 * effect of one change alone: a dearer base price is also regulated, so it shows in `indexation` too; and as indexation
 * takes the rest when parts are rounded, it may carry an øre of theirs.
 */
export interface Waterfall {
  readonly from: Ore;
  /** They sum to `to` − `from`. */
  readonly steps: readonly { readonly step: WaterfallStep; readonly amount: Ore }[];
  readonly to: Ore;
  /** The same difference by what the money is for: the two sum to `to` − `from`. */
  readonly baseBudget: Ore;
  readonly pool: Ore;
}

/** The waterfall of a year from the differences of all its solutions. Exact: every solution's parts tie. */
export function waterfall(solutions: readonly SolutionDifference[]): Waterfall {
  const common = solutions.filter(({ presence }) => presence === 'both');
  const single = solutions.filter(({ presence }) => presence !== 'both');
  const amounts: Record<WaterfallStep, Ore> = {
    catalogue: total(single, 'price'),
    'base-prices': total(common, 'basePrice'),
    indexation: total(common, 'indexation'),
    efficiency: negateOre(total(common, 'efficiency')),
    membership: total(common, 'membership'),
  };
  return {
    from: sumOre(solutions.map(({ price }) => price.baseline)),
    steps: WATERFALL_STEPS.map((step) => ({ step, amount: amounts[step] })),
    to: sumOre(solutions.map(({ price }) => price.scenario)),
    baseBudget: total(solutions, 'baseBudget'),
    pool: total(solutions, 'pool'),
  };
}

type Part = keyof PartDifferences;

function total(solutions: readonly SolutionDifference[], part: Part): Ore {
  return sumOre(solutions.map((solution) => solution[part].difference));
}
