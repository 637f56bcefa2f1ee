import type { YearPrice } from '../pricing/year-price.ts';
import type { YearShares } from '../sharing/year-shares.ts';

/** What a scenario gave: a price and its split for each of its years, in the order of the years. */
export interface ScenarioResult {
  readonly id: string;
  readonly prices: readonly YearPrice[];
  readonly shares: readonly YearShares[];
}

/** What the municipalities pay in one scenario in the compared years, in their order. */
export interface ComparedShares {
  readonly id: string;
  readonly years: readonly YearShares[];
}
