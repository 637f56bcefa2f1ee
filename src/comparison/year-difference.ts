import type { YearPrice } from '../pricing/year-price.ts';
import type { YearShares } from '../sharing/year-shares.ts';
import { type MunicipalityDifference, municipalityDifferences } from './municipality-differences.ts';
import { type PartDifferences, partDifferences } from './part-differences.ts';
import { type SolutionDifference, solutionDifferences } from './solution-differences.ts';
import { type Waterfall, waterfall } from './waterfall.ts';
import { type WinnersAndLosers, winnersAndLosers } from './winners-and-losers.ts';

/** One year of a result. */
export interface YearResult {
  readonly price: YearPrice;
  readonly shares: YearShares;
}

/** A scenario held against the baseline in one year; every difference is scenario minus baseline. */
export interface YearDifference {
  readonly year: number;
  readonly agreement: PartDifferences;
  readonly solutions: readonly SolutionDifference[];
  readonly municipalities: readonly MunicipalityDifference[];
  readonly winnersAndLosers: WinnersAndLosers;
  readonly waterfall: Waterfall;
}

/** Compares two results of the same year. */
export function yearDifference(baseline: YearResult, scenario: YearResult): YearDifference {
  const solutions = solutionDifferences(baseline.price, scenario.price);
  const municipalities = municipalityDifferences(baseline.shares, scenario.shares);
  return {
    year: baseline.price.year,
    agreement: partDifferences(baseline.price, scenario.price),
    solutions,
    municipalities,
    winnersAndLosers: winnersAndLosers(municipalities),
    waterfall: waterfall(solutions),
  };
}
