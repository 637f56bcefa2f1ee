import { ratio, roundHalfAwayFromZero } from '../money/exact.ts';
import { type Ore, subtractOre } from '../money/ore.ts';

/** How often a year is invoiced (*faktureringsfrekvens*). */
export type Frequency = 'annual' | 'half-yearly' | 'quarterly' | 'monthly';

const INSTALMENTS_A_YEAR = { annual: 1, 'half-yearly': 2, quarterly: 4, monthly: 12 } as const;

/** One instalment (*rate*) of a year: `number` counts from 1 to the instalments of the frequency. */
export interface Instalment {
  readonly year: number;
  readonly frequency: Frequency;
  readonly number: number;
}

/** First and last day, YYYY-MM-DD, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** All instalments of a year, in order; two unless said otherwise, as KOMBIT bills half-yearly. */
export function instalmentsOf(year: number, frequency: Frequency = 'half-yearly'): Instalment[] {
  return Array.from({ length: INSTALMENTS_A_YEAR[frequency] }, (_, place) => ({
    year,
    frequency,
    number: place + 1,
  }));
}

/**
 * What one instalment takes of an annual amount: round(x·t/n) − round(x·(t−1)/n), so that what has been invoiced
 * is never more than half an øre off its exact part of the year, and the year is exact. Model, section 7.
 */
export function instalmentAmount(annual: Ore, { frequency, number }: Instalment): Ore {
  const invoicedAfter = (count: number) =>
    roundHalfAwayFromZero(ratio(annual * BigInt(count), BigInt(INSTALMENTS_A_YEAR[frequency])));
  return subtractOre(invoicedAfter(number), invoicedAfter(number - 1));
}

/** The months that an instalment pays for. */
export function instalmentDays({ year, frequency, number }: Instalment): Days {
  const months = 12 / INSTALMENTS_A_YEAR[frequency];
  const first = new Temporal.PlainDate(year, (number - 1) * months + 1, 1);
  const last = first.add({ months }).subtract({ days: 1 });
  return { from: String(first), to: String(last) };
}
