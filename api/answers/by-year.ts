import type { YearPrice } from '../../src/pricing/year-price.ts';
import { invariant } from '../../src/refusal.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';
import type { Calculation } from '../calculation/calculation.ts';

/** Something of every year of a calculation, from its price and its shares. */
export function byYear<T>(
  { prices, shares }: Pick<Calculation, 'prices' | 'shares'>,
  of: (price: YearPrice, shares: YearShares) => T,
): T[] {
  return prices.map((price) => {
    const ofYear = shares.find(({ year }) => year === price.year);
    invariant(ofYear !== undefined, `the price of ${price.year} has been shared`);
    return of(price, ofYear);
  });
}
