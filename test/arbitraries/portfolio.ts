import fc from 'fast-check';
import { ore } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import type { Initiative } from '../../src/prioritisation/initiative.ts';

/**
 * Initiatives with costs in one to three years, from nothing to more than a pool holds, with points by one criterion, `worth`, and
 * benefits in kroner. They depend on and exclude only those drawn before them, so that no circle comes up.
 */
export function portfolioArb(price: YearPrice, most = 8): fc.Arbitrary<Initiative[]> {
  return fc
    .integer({ min: 0, max: most })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => initiativeArb(price, place))));
}

function initiativeArb(price: YearPrice, place: number): fc.Arbitrary<Initiative> {
  const { agreement, year, pool } = price;
  const before = Array.from({ length: place }, (_, other) => `i${other}`);
  const amount = fc.oneof(fc.bigInt(0n, 300n), fc.bigInt(0n, (pool * 3n) / 5n)).map(ore);
  return fc
    .record({
      area: fc.constantFrom(...agreement.areas.map(({ area }) => area)),
      target: fc.option(fc.constantFrom(...price.solutions.map(({ solution }) => solution))),
      first: fc.integer({ min: year, max: year + 1 }),
      amounts: fc.array(amount, { minLength: 1, maxLength: 3 }),
      points: fc.integer({ min: -1, max: 5 }),
      perYear: fc.option(amount),
      hasBeneficiaries: fc.boolean(),
      statutory: fc.boolean(),
      minShare: fc.constantFrom('0.25', '1').map(rateFromText),
      latestStart: fc.option(fc.integer({ min: year, max: year + 2 })),
      dependsOn: fc.subarray(before, { maxLength: Math.min(2, place) }),
      excludes: fc.subarray(before, { maxLength: Math.min(1, place) }),
    })
    .map(({ target, first, amounts, points, perYear, hasBeneficiaries, latestStart, ...drawn }) => ({
      ...drawn,
      initiative: `i${place}`,
      title: `i${place}`,
      ...(target !== null && { targetSolution: target }),
      costs: new Map(amounts.map((cost, later) => [first + later, cost])),
      priceLevelYear: year,
      benefit: {
        ...(perYear !== null && { perYear }),
        scores: new Map([['worth', rateFromText(String(points))]]),
      },
      ...(hasBeneficiaries && { beneficiaryKey: { kind: 'population' as const } }),
      ...(latestStart !== null && { latestStart }),
    }));
}
