import type { Agreement } from '../agreement/agreement.ts';
import type { Exact } from '../money/exact.ts';
import type { Ore } from '../money/ore.ts';

/** What a price consists of, tied exactly: basePrice + indexation − efficiency + membership = price. */
export interface PriceParts {
  readonly basePrice: Ore;
  readonly indexation: Ore;
  readonly efficiency: Ore;
  /** Zero or negative: what disappears with the municipalities that have left. */
  readonly membership: Ore;
  readonly price: Ore;
  /** price = baseBudget + pool: *basisdriftsøkonomi* and *prioriteringspulje*. */
  readonly baseBudget: Ore;
  readonly pool: Ore;
}

/** One component of one solution in a year, with the exact figures that lead to its amount. */
export interface CellPrice {
  readonly component: string;
  readonly basePrice: Ore;
  /** Product of the yearly regulation factors from the base year. */
  readonly index: Exact;
  readonly indexed: Exact;
  readonly efficiency: Exact;
  /** (indexed − efficiency) · membership factor: the quota of the apportionment. */
  readonly exact: Exact;
  readonly amount: Ore;
}

export interface SolutionPrice extends PriceParts {
  readonly solution: string;
  /** Fraction of the price that is left after municipalities have left; 1 when all of it is. */
  readonly membershipFactor: Exact;
  readonly exact: Exact;
  /** In component order. */
  readonly cells: readonly CellPrice[];
}

/** The price of one year (*pris i serviceaftalen*) with everything it was made from. Model, section 3. */
export interface YearPrice extends PriceParts {
  readonly agreement: Agreement;
  readonly year: number;
  readonly exact: Exact;
  /** The solutions in the agreement that year, in catalogue order. */
  readonly solutions: readonly SolutionPrice[];
}
