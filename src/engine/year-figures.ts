import type { Municipality, Solution } from '../agreement/agreement.ts';
import type { SplitMatrix } from './split-matrix.ts';

/** One figure for each solution priced in a year, in catalogue order; whole øre. */
export interface SolutionFigures {
  readonly basePrice: Float64Array;
  readonly indexation: Float64Array;
  readonly efficiency: Float64Array;
  /** ≤ 0 */
  readonly membership: Float64Array;
  readonly price: Float64Array;
  readonly baseBudget: Float64Array;
  readonly pool: Float64Array;
}

/** The prices of a year's solutions, in catalogue order: what a split starts from. */
export interface YearPrices {
  readonly year: number;
  readonly solutions: readonly Solution[];
  readonly prices: Float64Array;
}

/** The price of a year as dense arrays of whole øre, each figure the same as `priceYear` gives. */
export interface YearFigures extends YearPrices {
  readonly figures: SolutionFigures;
  /** The amounts of the components: those of the solution at place s, in component order. */
  readonly components: readonly Float64Array[];
}

/** Year's prices split two ways, each amount the same as `shareYears` gives. */
export interface YearSplit extends YearPrices {
  readonly members: readonly Municipality[];
  readonly split: SplitMatrix;
  /** What each member pays in all. */
  readonly totals: Float64Array;
}

/** A year in full. */
export type YearAmounts = YearFigures & YearSplit;
