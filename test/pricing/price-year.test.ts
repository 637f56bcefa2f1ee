import { describe, expect, it } from 'vitest';
import { kronerFromOre } from '../../src/money/ore.ts';
import { priceYear, priceYears } from '../../src/pricing/price-year.ts';
import { buildAgreement, buildIndex, buildSolution } from '../agreement/build-agreement.ts';
import { acceptedValue, codesOf } from '../results.ts';
import { amountsOf, partsOf, priceOf } from './kroner.ts';

describe('the price of the base year', () => {
  it('is the sum of the base prices, without any index', () => {
    const agreement = buildAgreement({
      solutions: [
        buildSolution('aula', { operations: '100.10', business: '50.00' }),
        buildSolution('valg', { operations: '0.01' }),
      ],
      index: [buildIndex(2026, { combined: '0.02' })],
    });
    expect(partsOf(priceOf(agreement, 2025))).toEqual(['150.11', '0.00', '0.00', '0.00', '150.11']);
  });

  it.each([
    [2024, ['year_before_base']],
    [2025, []],
  ])('comes first: %i', (year, codes) => {
    expect(codesOf(priceYear(buildAgreement(), year))).toEqual(codes);
  });

  it('says which year is asked for too early', () => {
    expect(priceYear(buildAgreement(), 2024)).toEqual({
      ok: false,
      refusals: [
        {
          code: 'year_before_base',
          path: ['years', 'from'],
          message: {
            da: '2024 ligger før aftalens basisår 2025.',
            en: "2024 is before the agreement's base year 2025.",
          },
          remedy: { da: 'Vælg år fra 2025 og frem.', en: 'Choose years from 2025 on.' },
        },
      ],
    });
  });
});

describe('price and wage regulation', () => {
  const index = [
    buildIndex(2026, { combined: '0.02', wage: '0.04', price: '0.01', correction: '0.005' }),
    buildIndex(2027, { combined: '0.03', wage: '0.05', price: '0.02' }),
  ];

  it('multiplies the years: the combined rate and the correction where there is no wage share', () => {
    // 1000 · (1 + 0.02 + 0.005) = 1025; · (1 + 0.03) = 1055.75
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '1000.00' })],
      index,
    });
    expect(partsOf(priceOf(agreement, 2026))).toEqual(['1000.00', '25.00', '0.00', '0.00', '1025.00']);
    expect(partsOf(priceOf(agreement, 2027))).toEqual(['1000.00', '55.75', '0.00', '0.00', '1055.75']);
  });

  it('mixes wage and price by the wage share of the cell, and adds the correction', () => {
    // 2026: 0.6 · 0.04 + 0.4 · 0.01 + 0.005 = 0.033; 2027: 0.6 · 0.05 + 0.4 · 0.02 = 0.038
    // 1000 · 1.033 · 1.038 = 1072.254
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: ['1000.00', '0.6'] })],
      index,
    });
    expect(partsOf(priceOf(agreement, 2026))).toEqual(['1000.00', '33.00', '0.00', '0.00', '1033.00']);
    expect(partsOf(priceOf(agreement, 2027))).toEqual(['1000.00', '72.25', '0.00', '0.00', '1072.25']);
  });

  it('is of each cell by itself', () => {
    // operations 1000 · 1.025 = 1025, business all wage 1000 · (1 + 0.04 + 0.005) = 1045
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '1000.00', business: ['1000.00', '1'] })],
      index,
    });
    expect(amountsOf(agreement, 2026)).toEqual({ aula: ['1025.00', '1045.00'] });
  });

  it('is refused for a year without data', () => {
    expect(codesOf(priceYear(buildAgreement({ index }), 2028))).toEqual(['index_missing']);
  });

  it('is refused when a cell needs the wage index and a year lacks it, and not when no cell does', () => {
    const lacking = [buildIndex(2026, { combined: '0.02' })];
    const blended = buildSolution('aula', { operations: '1.00', business: ['1.00', '0.5'] });
    expect(codesOf(priceYear(buildAgreement({ solutions: [blended], index: lacking }), 2026))).toEqual([
      'index_missing',
    ]);
    const plain = buildSolution('aula', { operations: '1.00' });
    expect(codesOf(priceYear(buildAgreement({ solutions: [plain], index: lacking }), 2026))).toEqual([]);
  });
});

describe('vintages', () => {
  // Believed in 2025: 2.0 % for 2026, 2.5 % for 2027. Known in 2026: 2026 had been 0.4 too low, taken in 2027.
  const agreement = buildAgreement({
    solutions: [buildSolution('aula', { operations: '1000.00' })],
    index: [
      buildIndex(2026, { combined: '0.020', vintage: '2025-06-30' }),
      buildIndex(2027, { combined: '0.025', vintage: '2025-06-30' }),
      buildIndex(2027, { combined: '0.030', correction: '0.004', vintage: '2026-06-30' }),
    ],
  });
  const believed = priceOf({ ...agreement, indexAsOf: '2025-12-31' }, 2027);
  const known = priceOf(agreement, 2027);

  it('what we believed when we priced: 1000 · 1.02 · 1.025', () => {
    expect(kronerFromOre(believed.price)).toBe('1045.50');
  });

  it('what we know now: 1000 · 1.02 · (1 + 0.03 + 0.004)', () => {
    expect(kronerFromOre(known.price)).toBe('1054.68');
  });
});

describe('solutions', () => {
  it('count in the years in which they are in the agreement', () => {
    const agreement = buildAgreement({
      solutions: [
        buildSolution(
          'aula',
          { operations: '100.00' },
          { periods: [{ firstYear: 2025, lastYear: 2025 }, { firstYear: 2027 }] },
        ),
        buildSolution('valg', { operations: '10.00' }, { periods: [{ firstYear: 2026, lastYear: 2026 }] }),
        buildSolution('flis', { operations: '1.00' }, { periods: [] }),
      ],
      index: [buildIndex(2026, { combined: '0' }), buildIndex(2027, { combined: '0' })],
    });
    const years = acceptedValue(priceYears(agreement, { from: 2025, to: 2027 }));
    expect(
      years.map(({ year, solutions, price }) => [
        year,
        solutions.map(({ solution }) => solution),
        kronerFromOre(price),
      ]),
    ).toEqual([
      [2025, ['aula'], '100.00'],
      [2026, ['valg'], '10.00'],
      [2027, ['aula'], '100.00'],
    ]);
  });

  it('of an agreement without any cost nothing', () => {
    expect(partsOf(priceOf(buildAgreement(), 2025))).toEqual(['0.00', '0.00', '0.00', '0.00', '0.00']);
  });

  it('are priced from the first to the last year asked for; refusals of all years are told', () => {
    const agreement = buildAgreement({ index: [buildIndex(2026, { combined: '0' })] });
    expect(acceptedValue(priceYears(agreement, { from: 2025, to: 2026 })).map(({ year }) => year)).toEqual([
      2025, 2026,
    ]);
    expect(codesOf(priceYears(agreement, { from: 2024, to: 2025 }))).toEqual(['year_before_base']);
    expect(codesOf(priceYears(agreement, { from: 2026, to: 2028 }))).toEqual([
      'index_missing',
      'index_missing',
    ]);
  });
});
