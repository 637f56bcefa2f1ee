import { priceYears } from '../src/pricing/price-year.ts';
import { shareYears } from '../src/sharing/share-years.ts';
import { EXAMPLE_YEARS, exampleAgreement, granted, indexAfterIndex } from './example.ts';
import { medians } from './median.ts';
import { besideLimit, besidePeer, type Row } from './row.ts';

const FULL_SCENARIO_LIMIT_MS = 10;

/** A scenario from its changes to every municipality's amount: 98 × 13, four years, each run with another index. */
export async function measureFullScenario(): Promise<Row[]> {
  const agreement = await exampleAgreement();
  const changed = indexAfterIndex(agreement);
  const prices = granted(priceYears(agreement, EXAMPLE_YEARS));
  const [full, price, split] = await medians({
    'full scenario, 98 × 13 over 4 years': () =>
      granted(shareYears(granted(priceYears(changed(), EXAMPLE_YEARS)))),
    'its prices alone': () => granted(priceYears(changed(), EXAMPLE_YEARS)),
    'its splits alone': () => granted(shareYears(prices)),
  });
  if (full === undefined || price === undefined || split === undefined) throw new Error('not all measured');
  return [besideLimit(full, FULL_SCENARIO_LIMIT_MS), besidePeer(price, full), besidePeer(split, full)];
}
