import type { Provenance } from '../../src/agreement/agreement.ts';
import { ratesBetween } from '../../src/agreement/index-data.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';

/** Whether any figure that the prices and shares were computed from was made up as an example. */
export function restsOnExamples(prices: readonly YearPrice[], shares: readonly YearShares[]): boolean {
  return [...prices.flatMap(priceSources), ...shareSources(prices, shares)].some(
    ({ kind }) => kind === 'example',
  );
}

function priceSources({ agreement, year, solutions }: YearPrice): Provenance[] {
  const priced = new Set(solutions.map(({ solution }) => solution));
  const rates = ratesBetween(agreement, agreement.baseYear, year);
  return [
    ...(rates.ok ? rates.value.map(({ provenance }) => provenance) : []),
    ...agreement.efficiency.filter((measure) => measure.year <= year).map(({ provenance }) => provenance),
    ...agreement.solutions
      .filter(({ solution }) => priced.has(solution))
      .flatMap(({ basePrices, reservedShareProvenance, keyProvenance }) => [
        ...basePrices.map(({ provenance }) => provenance),
        reservedShareProvenance,
        keyProvenance,
      ]),
  ];
}

function shareSources(prices: readonly YearPrice[], shares: readonly YearShares[]): Provenance[] {
  const members = new Set(
    shares.flatMap(({ municipalities }) => municipalities.map(({ municipality }) => municipality)),
  );
  const municipalities = prices[0]?.agreement.municipalities ?? [];
  return municipalities
    .filter(({ municipality }) => members.has(municipality))
    .map(({ provenance }) => provenance);
}
