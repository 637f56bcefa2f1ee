import type { Agreement } from '../agreement/agreement.ts';
import { ratesBetween, type YearRates } from '../agreement/index-data.ts';
import { divide, type Exact, exactFromOre, exactFromRate, multiply } from '../money/exact.ts';
import type { Ore } from '../money/ore.ts';
import { addRates, growthFactor, multiplyRates, type Rate } from '../money/rate.ts';
import { accepted, type Result } from '../refusal.ts';

/** Π (1 + combined + correction): what an amount that follows the general regulation grows by. */
export function generalGrowth(rates: readonly YearRates[]): Rate {
  return multiplyRates(rates.map(({ combined, correction }) => growthFactor(addRates(combined, correction))));
}

/**
 * An amount in one year's price level carried to another year's, exact and not rounded. Model, sections 3 and 5.
 *
 * @returns refused with `index_missing` when a year between lacks index data
 */
export function carryAmount(
  agreement: Agreement,
  amount: Ore,
  fromYear: number,
  toYear: number,
): Result<Exact> {
  const rates = ratesBetween(agreement, Math.min(fromYear, toYear), Math.max(fromYear, toYear));
  if (!rates.ok) return rates;
  const growth = exactFromRate(generalGrowth(rates.value));
  const exact = exactFromOre(amount);
  return accepted(fromYear <= toYear ? multiply(exact, growth) : divide(exact, growth));
}
