import type { Ore } from '../money/ore.ts';

/** What one municipality (*kommune*) pays in a year. */
export interface MunicipalityShare {
  readonly municipality: string;
  readonly population: bigint;
  readonly amount: Ore;
  /** One amount for each solution priced that year, in catalogue order; zero where it does not take part. */
  readonly amounts: readonly Ore[];
}

/** The two-way exact split of a year's price. Model, section 4. */
export interface YearShares {
  readonly year: number;
  /** Solution ids in catalogue order: the meaning of each place in `amounts`. */
  readonly solutions: readonly string[];
  /** The members of the year, by code. */
  readonly municipalities: readonly MunicipalityShare[];
}
