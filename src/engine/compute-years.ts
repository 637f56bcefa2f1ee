import type { Agreement } from '../agreement/agreement.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { accepted, type Result } from '../refusal.ts';
import { shareYears } from '../sharing/share-years.ts';
import type { YearShares } from '../sharing/year-shares.ts';
import { SAFE_LIMIT } from './compiled-key.ts';
import { priceFigures } from './price-figures.ts';
import { plainShares, splitYears } from './split-years.ts';
import type { YearAmounts, YearPrices } from './year-figures.ts';

/**
 * Prices and splits the years of an agreement, every øre as `priceYears` and `shareYears` give it.
 *
 * @param known the same years of an agreement that was changed since: what the change does not touch is taken over
 * @returns undefined where the agreement is refused or its amounts are beyond `SAFE_LIMIT`: the plain path answers these
 */
export function computeYears(
  agreement: Agreement,
  years: { readonly from: number; readonly to: number },
  known?: readonly YearAmounts[],
): YearAmounts[] | undefined {
  const priced = priceFigures(agreement, years);
  return priced && splitYears(agreement, priced, known);
}

/** What `shareYears` gives for prices that are there already, some times as fast. */
export function sharePrices(prices: readonly YearPrice[]): Result<YearShares[]> {
  const agreement = prices[0]?.agreement;
  const figures = prices.map(figuresOf);
  const isSafe = prices.every(({ price }) => price <= SAFE_LIMIT);
  const amounts = agreement && isSafe ? splitYears(agreement, figures) : undefined;
  return amounts === undefined ? shareYears(prices) : accepted(amounts.map(plainShares));
}

function figuresOf({ agreement, year, solutions }: YearPrice): YearPrices {
  const byId = new Map(agreement.solutions.map((solution) => [solution.solution, solution]));
  return {
    year,
    solutions: solutions.flatMap(({ solution }) => byId.get(solution) ?? []),
    prices: Float64Array.from(solutions, ({ price }) => Number(price)),
  };
}
