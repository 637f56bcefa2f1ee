import { describe, expect, it } from 'vitest';
import { terms } from '../../src/money/exact.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { carryAmount } from '../../src/pricing/price-level.ts';
import { buildAgreement, buildIndex } from '../agreement/build-agreement.ts';
import { acceptedValue, codesOf } from '../results.ts';

const agreement = buildAgreement({
  index: [
    buildIndex(2026, { combined: '0.02' }),
    buildIndex(2027, { combined: '0.03', correction: '0.01' }),
    buildIndex(2028, { combined: '0.25' }),
  ],
});

describe('an amount carried from one price level to another', () => {
  it.each<[string, number, number, bigint, bigint]>([
    // 100.00 · 1.02 · 1.04 = 106.08
    ['forwards over two years, corrections included', 2025, 2027, 10_608n, 1n],
    // only the years after the first: 100.00 · 1.04
    ['from a year that is itself regulated', 2026, 2027, 10_400n, 1n],
    ['within one year it stays', 2027, 2027, 10_000n, 1n],
    // 100.00 : 1.25 = 80.00
    ['backwards it is divided', 2028, 2027, 8000n, 1n],
    // 100.00 : 1.04 = 96.153846…, not rounded: 1000000 / 104 øre
    ['and never rounded', 2027, 2026, 125_000n, 13n],
  ])('%s', (_, from, to, numerator, denominator) => {
    const carried = acceptedValue(carryAmount(agreement, oreFromKroner('100.00'), from, to));
    expect(terms(carried)).toEqual({ numerator, denominator });
  });

  it.each([
    [2028, 2029],
    [2029, 2028],
  ])('is refused from %i to %i when the index of a year between is missing', (from, to) => {
    expect(codesOf(carryAmount(agreement, oreFromKroner('1.00'), from, to))).toEqual(['index_missing']);
  });
});
