import { exactFromOre, exactFromRate, multiply, roundHalfAwayFromZero } from '../money/exact.ts';
import { addOre, type Ore, sumOre } from '../money/ore.ts';
import { rateFromText } from '../money/rate.ts';

/** Danish VAT (*moms*). */
const VAT_RATE = rateFromText('0.25');

/** The sums of an invoice; negative when it gives money back. */
export interface Totals {
  /** Excluding VAT. */
  readonly net: Ore;
  readonly vat: Ore;
  /** Including VAT: what is to be paid. */
  readonly payable: Ore;
}

/** VAT is computed once, of the sum of the lines, and never as a sum of rounded line VAT. Model, section 2. */
export function totalsOf(lines: Iterable<{ readonly amount: Ore }>): Totals {
  const net = sumOre([...lines].map(({ amount }) => amount));
  const vat = roundHalfAwayFromZero(multiply(exactFromOre(net), exactFromRate(VAT_RATE)));
  return { net, vat, payable: addOre(net, vat) };
}
