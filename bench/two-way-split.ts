import { wholeWeights } from '../src/money/quotas.ts';
import { splitTwoWay } from '../src/money/two-way-split.ts';
import { priceYear } from '../src/pricing/price-year.ts';
import { splitColumns } from '../src/sharing/split-columns.ts';
import { exampleAgreement, granted } from './example.ts';
import { medians } from './median.ts';
import { dineroAllocation, plainLargestRemainder } from './plain-split.ts';
import { besideLimit, besidePeer, type Row } from './row.ts';

const TWO_WAY_LIMIT_MS = 2;

/** One year's 13 columns of the example, split over 98 municipalities. The peers are exact by column only. */
export async function measureTwoWaySplit(): Promise<Row[]> {
  const columns = granted(splitColumns(granted(priceYear(await exampleAgreement(), 2026)), undefined));
  const plain = columns.map(({ total, weights }) => ({ total, weights: wholeWeights(weights) }));
  const [twoWay, bigint, dinero] = await medians({
    'two-way split, 98 × 13': () => splitTwoWay(columns),
    'plain BigInt largest remainder, by column': () => plain.map(plainLargestRemainder),
    'dinero.js allocate, by column': () => plain.map(dineroAllocation),
  });
  if (twoWay === undefined || bigint === undefined || dinero === undefined)
    throw new Error('not all measured');
  return [besideLimit(twoWay, TWO_WAY_LIMIT_MS), besidePeer(twoWay, bigint), besidePeer(twoWay, dinero)];
}
