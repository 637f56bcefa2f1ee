import type { Agreement } from '../../src/agreement/agreement.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import type { Result } from '../../src/refusal.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';
import { acceptedValue } from '../results.ts';

export function sharesOf(agreement: Agreement, from: number, to = from): Result<YearShares[]> {
  return shareYears(acceptedValue(priceYears(agreement, { from, to })));
}

/** What each municipality pays in kroner: in all, then for each solution. */
export function paidIn(agreement: Agreement, year: number): Record<string, string[]> {
  const [shares] = acceptedValue(sharesOf(agreement, year));
  return Object.fromEntries(
    (shares?.municipalities ?? []).map(({ municipality, amount, amounts }) => [
      municipality,
      [amount, ...amounts].map(kronerFromOre),
    ]),
  );
}
