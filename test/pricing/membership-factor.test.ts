import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
  efficiencyRate,
} from '../agreement/build-agreement.ts';
import { partsOf, priceOf } from './kroner.ts';

describe('the membership factor', () => {
  const solution = (key: Agreement['solutions'][number]['key']) =>
    buildSolution('aula', { operations: '1000.00' }, { key });
  const leaving = (fixedShare: string) => ({
    membership: [{ firstYear: 2025, lastYear: 2026, fixedShare: rateFromText(fixedShare) }],
  });
  const index = [buildIndex(2026, { combined: '0.02' }), buildIndex(2027, { combined: '0' })];
  const agreementWith = (fixedShare: string) =>
    buildAgreement({
      solutions: [solution({ kind: 'population' })],
      index,
      municipalities: [buildMunicipality('0101', 600n), buildMunicipality('0147', 400n, leaving(fixedShare))],
    });

  // 0147 has 400 of 1000 citizens, and 1020 is the price with everybody.
  it.each([
    // 1 − (1 − 1) · 0.4 = 1
    ['1', ['1000.00', '20.00', '0.00', '0.00', '1020.00']],
    // 1 − (1 − 0) · 0.4 = 0.6, and 1020 · 0.6 = 612
    ['0', ['1000.00', '20.00', '0.00', '-408.00', '612.00']],
    // 1 − (1 − 0.4) · 0.4 = 0.76, and 1020 · 0.76 = 775.20
    ['0.4', ['1000.00', '20.00', '0.00', '-244.80', '775.20']],
  ])('when the fixed share is %s', (fixedShare, expected) => {
    const agreement = agreementWith(fixedShare);
    expect(partsOf(priceOf(agreement, 2026))).toEqual(['1000.00', '20.00', '0.00', '0.00', '1020.00']);
    expect(partsOf(priceOf(agreement, 2027))).toEqual(expected);
  });

  it('comes after efficiency', () => {
    // (1020 − 20.40) · 0.6 = 599.76; the membership part is 599.76 − 999.60
    const agreement = { ...agreementWith('0'), efficiency: [efficiencyRate(2026, '0.02')] };
    expect(partsOf(priceOf(agreement, 2027))).toEqual(['1000.00', '20.00', '20.40', '-399.84', '599.76']);
  });

  it('counts every municipality that has left, out of the weight of all including them', () => {
    // weights 500, 300 (gone, fixed 0), 100 (gone, fixed 0.5), 100 (gone, fixed 1): 1 − (300 + 50 + 0) / 1000 = 0.65
    const agreement = buildAgreement({
      solutions: [solution({ kind: 'population' })],
      index,
      municipalities: [
        buildMunicipality('0101', 500n),
        buildMunicipality('0147', 300n, leaving('0')),
        buildMunicipality('0151', 100n, leaving('0.5')),
        buildMunicipality('0153', 100n, leaving('1')),
      ],
    });
    expect(kronerFromOre(priceOf(agreement, 2027).price)).toBe('663.00');
  });

  it('counts nothing of a municipality that takes no part, or that never entered', () => {
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '1000.00' }, { participants: ['0101', '0151'] })],
      index,
      municipalities: [
        buildMunicipality('0101', 600n),
        buildMunicipality('0147', 300n, leaving('0')),
        buildMunicipality('0151', 1n, { membership: [{ firstYear: 2028, fixedShare: rateFromText('0') }] }),
      ],
    });
    expect(kronerFromOre(priceOf(agreement, 2027).price)).toBe('1020.00');
  });

  it('leaves the price when nobody has weight at all', () => {
    const nobody = { kind: 'weights', weights: new Map() } as const;
    const agreement = { ...agreementWith('0'), solutions: [solution(nobody)] };
    expect(kronerFromOre(priceOf(agreement, 2027).price)).toBe('1020.00');
  });

  it('takes all of a solution whose only participant has left with its whole share', () => {
    const agreement = {
      ...agreementWith('0'),
      solutions: [buildSolution('aula', { operations: '1000.00' }, { participants: ['0147'] })],
    };
    expect(partsOf(priceOf(agreement, 2027))).toEqual(['1000.00', '20.00', '0.00', '-1020.00', '0.00']);
  });
});
