import { describe, expect, it } from 'vitest';
import { kronerFromOre } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { buildAgreement, buildIndex, buildSolution, efficiencyRate } from '../agreement/build-agreement.ts';
import { amountsOf, partsOf, priceOf } from './kroner.ts';

describe('rounding', () => {
  // Each 0.01 · 1.5 = 0.015: the sum is 0.045, rounded half away from zero to 0.05, not three times 0.02.
  it('is done once, for the agreement; below it, whole øre are apportioned with ties to the earlier', () => {
    const agreement = buildAgreement({
      solutions: ['aula', 'valg', 'sapa'].map((id) => buildSolution(id, { operations: '0.01' })),
      index: [buildIndex(2026, { combined: '0.5' })],
    });
    expect(kronerFromOre(priceOf(agreement, 2026).price)).toBe('0.05');
    // quotas 1⅔ each: floors 1, and two øre to the first two
    expect(amountsOf(agreement, 2026)).toEqual({ aula: ['0.02'], valg: ['0.02'], sapa: ['0.01'] });
  });

  // 0.01 + 0.01 at 1.5 is 0.03 for the solution; its components have quotas 1½ each, the tie goes to the first.
  it('goes on from solutions to components', () => {
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '0.01', business: '0.01' })],
      index: [buildIndex(2026, { combined: '0.5' })],
    });
    expect(amountsOf(agreement, 2026)).toEqual({ aula: ['0.02', '0.01'] });
  });

  // Efficiency 50 % of 0.01 is 0.005 for each of three: 0.015 in all, 0.02 rounded, 0.01 for the first two. The price is 0.015,
  // so 0.02, also for the first two; indexation is what is left: 0.02 − 0.03 + 0.02 = 0.01.
  it('of efficiency is done in total, and indexation takes the rest', () => {
    const agreement = buildAgreement({
      solutions: ['aula', 'valg', 'sapa'].map((id) => buildSolution(id, { operations: '0.01' })),
      index: [buildIndex(2026, { combined: '0' })],
      efficiency: [efficiencyRate(2026, '0.5')],
    });
    const price = priceOf(agreement, 2026);
    expect(partsOf(price)).toEqual(['0.03', '0.01', '0.02', '0.00', '0.02']);
    expect(price.solutions.map(partsOf)).toEqual([
      ['0.01', '0.01', '0.01', '0.00', '0.01'],
      ['0.01', '0.01', '0.01', '0.00', '0.01'],
      ['0.01', '-0.01', '0.00', '0.00', '0.00'],
    ]);
  });
});

describe('the pool', () => {
  const agreementWith = (business: string, share: string) =>
    buildAgreement({
      solutions: [
        buildSolution('aula', { operations: '10.00', business }, { reservedShare: rateFromText(share) }),
        buildSolution('valg', { operations: '5.00' }, { reservedShare: rateFromText(share) }),
      ],
    });

  it.each([
    // 1000.00 · 0.25
    ['1000.00', '0.25', '250.00'],
    // 0.01 · 0.5 is half an øre: away from zero
    ['0.01', '0.5', '0.01'],
    ['0.01', '0.4999', '0.00'],
    // 0.05 · 0.3 = 0.015: half an øre again
    ['0.05', '0.3', '0.02'],
    ['1.00', '0', '0.00'],
    ['1.00', '1', '1.00'],
  ])('of business maintenance %s with the share %s is %s', (business, share, pool) => {
    const { solutions } = priceOf(agreementWith(business, share), 2025);
    expect(solutions.map((solution) => kronerFromOre(solution.pool))).toEqual([pool, '0.00']);
  });

  it('and the base budget make the price; what cannot be reserved is base budget', () => {
    const price = priceOf(agreementWith('1000.00', '0.25'), 2025);
    expect([price.pool, price.baseBudget, price.price].map(kronerFromOre)).toEqual([
      '250.00',
      '765.00',
      '1015.00',
    ]);
    expect(price.solutions.map(({ baseBudget }) => kronerFromOre(baseBudget))).toEqual(['760.00', '5.00']);
  });
});
