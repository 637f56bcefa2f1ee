import type { Agreement } from '../../src/agreement/agreement.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { priceYear } from '../../src/pricing/price-year.ts';
import type { PriceParts, YearPrice } from '../../src/pricing/year-price.ts';
import { acceptedValue } from '../results.ts';

export function priceOf(agreement: Agreement, year: number): YearPrice {
  return acceptedValue(priceYear(agreement, year));
}

/** In kroner: base price, indexation, efficiency, membership and the price they make. */
export function partsOf({ basePrice, indexation, efficiency, membership, price }: PriceParts): string[] {
  return [basePrice, indexation, efficiency, membership, price].map(kronerFromOre);
}

/** In kroner: the amounts of each solution's components. */
export function amountsOf(agreement: Agreement, year: number): Record<string, string[]> {
  const { solutions } = priceOf(agreement, year);
  return Object.fromEntries(
    solutions.map(({ solution, cells }) => [solution, cells.map(({ amount }) => kronerFromOre(amount))]),
  );
}
