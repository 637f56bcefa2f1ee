import type { Agreement } from '../agreement/agreement.ts';
import { membersOf, solutionsIn } from '../agreement/membership.ts';
import { sumOre, ZERO_ORE } from '../money/ore.ts';
import { splitTwoWay } from '../money/two-way-split.ts';
import { priceYear } from '../pricing/price-year.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { accepted, type Result } from '../refusal.ts';
import { actualYear, type PaidYear } from './paid-year.ts';
import { splitColumns } from './split-columns.ts';
import type { YearShares } from './year-shares.ts';

/**
 * What each municipality pays in each of the years, exact for solutions and municipalities at once.
 * Model, section 4.
 *
 * @param prices consecutive years of one agreement, in order
 * @returns refused with `key_without_weight` or `limits_unreachable`, naming the year and the solution
 */
export function shareYears(prices: readonly YearPrice[]): Result<YearShares[]> {
  const years: YearShares[] = [];
  for (const price of prices) {
    const shares = shareYear(price, years.at(-1));
    if (!shares.ok) return shares;
    years.push(shares.value);
  }
  return accepted(years);
}

function shareYear(price: YearPrice, previous: YearShares | undefined): Result<YearShares> {
  const { agreement, year } = price;
  const members = membersOf(agreement, year);
  const before = sharesBefore(price, previous);
  if (!before.ok) return before;
  const columns = splitColumns(price, before.value);
  if (!columns.ok) return columns;
  const split = splitTwoWay(columns.value);
  return accepted({
    year,
    solutions: price.solutions.map(({ solution }) => solution),
    municipalities: members.map(({ municipality, population }, row) => {
      const amounts = split.map((column) => column[row] ?? ZERO_ORE);
      return { municipality, population, amount: sumOre(amounts), amounts };
    }),
  });
}

/**
 * What was paid in the year before a price: in fact where the agreement knows it, else the shares given, or computed
 * where a key limits the change and the year before is not among those asked for. None where nothing needs it, and for
 * the base year, before which nothing is computed.
 */
export function sharesBefore(
  { agreement, year }: YearPrice,
  previous: YearShares | undefined,
): Result<PaidYear | undefined> {
  const known = actualYear(agreement, year - 1) ?? previous;
  if (known !== undefined || year === agreement.baseYear) return accepted(known);
  if (solutionsIn(agreement, year).every(({ key }) => key.limits === undefined)) return accepted(undefined);
  return shareOf(agreement, year - 1);
}

function shareOf(agreement: Agreement, year: number): Result<YearShares> {
  const price = priceYear(agreement, year);
  return price.ok ? shareYear(price.value, undefined) : price;
}
