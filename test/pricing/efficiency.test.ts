import { describe, expect, it } from 'vitest';
import { kronerFromOre } from '../../src/money/ore.ts';
import { priceYear } from '../../src/pricing/price-year.ts';
import {
  buildAgreement,
  buildIndex,
  buildSolution,
  efficiencyAmount,
  efficiencyRate,
} from '../agreement/build-agreement.ts';
import { codesOf, refusalsOf } from '../results.ts';
import { amountsOf, partsOf, priceOf } from './kroner.ts';

describe('efficiency regulation in rate form', () => {
  it('takes 1 − Π (1 − e) of the indexed price over the years', () => {
    // 2026: indexed 1020, · 0.01 = 10.20. 2027: indexed 1020 · 1.03 = 1050.60, · (1 − 0.99 · 0.98 = 0.0298) = 31.30788
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '1000.00' })],
      index: [
        buildIndex(2026, { combined: '0.02' }),
        buildIndex(2027, { combined: '0.03' }),
        buildIndex(2028, { combined: '0' }),
      ],
      efficiency: [efficiencyRate(2026, '0.01'), efficiencyRate(2027, '0.02')],
    });
    expect(partsOf(priceOf(agreement, 2026))).toEqual(['1000.00', '20.00', '10.20', '0.00', '1009.80']);
    // price 1050.60 − 31.30788 = 1019.29212; efficiency 31.31, and indexation takes the rest
    expect(partsOf(priceOf(agreement, 2027))).toEqual(['1000.00', '50.60', '31.31', '0.00', '1019.29']);
    // it lasts: nothing new in 2028, and the same price
    expect(partsOf(priceOf(agreement, 2028))).toEqual(['1000.00', '50.60', '31.31', '0.00', '1019.29']);
  });

  it('reaches the cells that it names, and of two rates for a cell and year the last one counts', () => {
    // aula operations 0.10, aula business 0.02, valg operations 0.10 · of 100 each
    const agreement = buildAgreement({
      solutions: [
        buildSolution('aula', { operations: '100.00', business: '100.00' }),
        buildSolution('valg', { operations: '100.00', business: '100.00' }),
      ],
      index: [buildIndex(2026, { combined: '0' })],
      efficiency: [
        efficiencyRate(2026, '0.05', { solutions: ['aula'] }),
        efficiencyRate(2026, '0.02', { solutions: ['aula'], components: ['business'] }),
        efficiencyRate(2026, '0.10', { components: ['operations'] }),
      ],
    });
    expect(amountsOf(agreement, 2026)).toEqual({ aula: ['90.00', '98.00'], valg: ['90.00', '100.00'] });
  });
});

describe('efficiency regulation in amount form', () => {
  const solutions = [
    buildSolution('aula', { operations: '300.00', business: '100.00' }),
    buildSolution('valg', { operations: '600.00' }),
  ];

  it('lasts, and follows the general regulation with its correction', () => {
    // 2026: 1000 · 1.02 = 1020, less 50. 2027: 1020 · 1.04 = 1060.80, less 50 · (1 + 0.03 + 0.01) = 52
    const agreement = buildAgreement({
      solutions,
      index: [
        buildIndex(2026, { combined: '0.02' }),
        buildIndex(2027, { combined: '0.03', correction: '0.01' }),
      ],
      efficiency: [efficiencyAmount(2026, '50.00')],
    });
    expect(partsOf(priceOf(agreement, 2026))).toEqual(['1000.00', '20.00', '50.00', '0.00', '970.00']);
    expect(partsOf(priceOf(agreement, 2027))).toEqual(['1000.00', '60.80', '52.00', '0.00', '1008.80']);
  });

  it('is shared over the cells that it names in proportion to their indexed price', () => {
    // 90 over operations 300 and 600: 30 and 60; business 100 is not named
    const agreement = buildAgreement({
      solutions,
      index: [buildIndex(2026, { combined: '0' })],
      efficiency: [efficiencyAmount(2026, '90.00', { components: ['operations'] })],
    });
    expect(amountsOf(agreement, 2026)).toEqual({ aula: ['270.00', '100.00'], valg: ['540.00'] });
  });

  it('weighs by the indexed price, not by the base price', () => {
    // indexed: 300 · 1.02 = 306 and, all wage, 100 · 1.53 = 153; 45.90 is shared 2 : 1 as 30.60 and 15.30
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '300.00', business: ['100.00', '1'] })],
      index: [buildIndex(2026, { combined: '0.02', wage: '0.53', price: '0' })],
      efficiency: [efficiencyAmount(2026, '45.90')],
    });
    expect(amountsOf(agreement, 2026)).toEqual({ aula: ['275.40', '137.70'] });
  });

  it('stands beside a rate: the rate first, then the amount, by indexed price', () => {
    // rate 10 % of valg: 600 → 540; then 100 over indexed 300 : 100 : 600 = 30, 10, 60
    const agreement = buildAgreement({
      solutions,
      index: [buildIndex(2026, { combined: '0' })],
      efficiency: [efficiencyAmount(2026, '100.00'), efficiencyRate(2026, '0.10', { solutions: ['valg'] })],
    });
    expect(amountsOf(agreement, 2026)).toEqual({ aula: ['270.00', '90.00'], valg: ['480.00'] });
  });

  it('counts only from its year on', () => {
    const agreement = buildAgreement({
      solutions,
      index: [buildIndex(2026, { combined: '0' }), buildIndex(2027, { combined: '0' })],
      efficiency: [efficiencyAmount(2027, '1.00')],
    });
    expect([2025, 2026, 2027].map((year) => kronerFromOre(priceOf(agreement, year).price))).toEqual([
      '1000.00',
      '1000.00',
      '999.00',
    ]);
  });

  it.each([
    ['as large as the cells it names', '400.00', []],
    ['one øre larger', '400.01', ['efficiency_exceeds_price']],
  ])('is refused when it is larger than the cells it names: %s', (_, kroner, codes) => {
    const agreement = buildAgreement({
      solutions,
      index: [buildIndex(2026, { combined: '0' })],
      efficiency: [efficiencyAmount(2026, kroner, { solutions: ['aula'] })],
    });
    expect(codesOf(priceYear(agreement, 2026))).toEqual(codes);
  });

  it('says how large it is and how much there is to take it from', () => {
    // Carried to 2027 by 1.05, 401 is 421.05, and the 400 of aula are 420.
    const agreement = buildAgreement({
      solutions,
      index: [buildIndex(2026, { combined: '0' }), buildIndex(2027, { combined: '0.05' })],
      efficiency: [efficiencyAmount(2026, '401.00', { solutions: ['aula'] })],
    });
    const result = priceYear(agreement, 2027);
    expect(result.ok ? undefined : result.refusals[0]).toMatchObject({
      path: ['changes'],
      message: {
        da: 'Effektiviseringen fra 2026 er 421,05 kr., men de priser, den dækker, er kun 420,00 kr.',
        en: 'The efficiency amount of 2026 is DKK 421.05, but the prices it covers are only DKK 420.00.',
      },
    });
  });

  // A rate of 10 % leaves 90.00 of 100.00 to take an amount from.
  it('is refused when together with a rate it takes more than a cell has', () => {
    const priced = (kroner: string) =>
      priceYear(
        buildAgreement({
          solutions: [buildSolution('aula', { operations: '100.00' })],
          index: [buildIndex(2026, { combined: '0' })],
          efficiency: [efficiencyRate(2026, '0.10'), efficiencyAmount(2026, kroner)],
        }),
        2026,
      );
    expect(refusalsOf(priced('90.00'))).toEqual([]);
    expect(refusalsOf(priced('90.01'))).toEqual([{ code: 'efficiency_exceeds_price', path: ['changes'] }]);
    expect(priced('90.01')).toMatchObject({
      refusals: [
        { message: { en: 'The efficiency measures together exceed the price of "operations" in "aula".' } },
      ],
    });
  });

  it('of nothing is fine where there is nothing to take from', () => {
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '0.00' })],
      index: [buildIndex(2026, { combined: '0' })],
      efficiency: [efficiencyAmount(2026, '0.00')],
    });
    expect(partsOf(priceOf(agreement, 2026))).toEqual(['0.00', '0.00', '0.00', '0.00', '0.00']);
  });
});
