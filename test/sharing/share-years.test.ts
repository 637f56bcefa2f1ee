import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { kronerFromOre, ore } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import { perCitizen } from '../../src/sharing/per-citizen.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
} from '../agreement/build-agreement.ts';
import { tieredKey, weightsKey } from '../agreement/build-key.ts';
import { acceptedValue, refusalsOf } from '../results.ts';

function sharesOf(agreement: Agreement, from: number, to = from) {
  return shareYears(acceptedValue(priceYears(agreement, { from, to })));
}

/** What each municipality pays in kroner: in all, then for each solution. */
function paidIn(agreement: Agreement, year: number): Record<string, string[]> {
  const [shares] = acceptedValue(sharesOf(agreement, year));
  return Object.fromEntries(
    (shares?.municipalities ?? []).map(({ municipality, amount, amounts }) => [
      municipality,
      [amount, ...amounts].map(kronerFromOre),
    ]),
  );
}

const FLAT = [2026, 2027, 2028].map((year) => buildIndex(year, { combined: '0' }));

describe('who pays what', () => {
  it('follows each solution’s key and adds up both ways', () => {
    // aula by population 600 : 400 of 100 kr.; valg equally 10 kr.; sapa 1 : 3 of 8 kr.
    const agreement = buildAgreement({
      solutions: [
        buildSolution('aula', { operations: '100.00' }, { key: { kind: 'population' } }),
        buildSolution('valg', { operations: '10.00' }),
        buildSolution('sapa', { operations: '8.00' }, { key: weightsKey({ '0101': '1', '0147': '3' }) }),
      ],
      municipalities: [buildMunicipality('0101', 600n), buildMunicipality('0147', 400n)],
    });
    expect(paidIn(agreement, 2025)).toEqual({
      '0101': ['67.00', '60.00', '5.00', '2.00'],
      '0147': ['51.00', '40.00', '5.00', '6.00'],
    });
  });

  it('says the year, the solutions in catalogue order and each population', () => {
    const agreement = buildAgreement({
      solutions: [
        buildSolution('valg', { operations: '1.00' }),
        buildSolution('aula', { operations: '1.00' }),
      ],
      municipalities: [buildMunicipality('0101', 600n)],
    });
    expect(acceptedValue(sharesOf(agreement, 2025))).toEqual([
      {
        year: 2025,
        solutions: ['valg', 'aula'],
        municipalities: [{ municipality: '0101', population: 600n, amount: 200n, amounts: [100n, 100n] }],
      },
    ]);
  });

  // Two equal municipalities and three solutions of 1 øre: alone each øre goes to 0101, together 1½ øre is exact.
  it('is exact for municipalities as well as for solutions', () => {
    const agreement = buildAgreement({
      solutions: ['aula', 'valg', 'sapa'].map((id) => buildSolution(id, { operations: '0.01' })),
      municipalities: [buildMunicipality('0101', 1n), buildMunicipality('0147', 1n)],
    });
    expect(paidIn(agreement, 2025)).toEqual({
      '0101': ['0.02', '0.01', '0.01', '0.00'],
      '0147': ['0.01', '0.00', '0.00', '0.01'],
    });
  });

  it('falls on members that take part, by the same key in every solution', () => {
    const agreement = buildAgreement({
      solutions: [
        buildSolution(
          'aula',
          { operations: '9.00' },
          { key: { kind: 'population' }, participants: ['0101', '0151'] },
        ),
        buildSolution('valg', { operations: '10.00' }, { key: { kind: 'population' } }),
        buildSolution('sapa', { operations: '7.00' }, { key: tieredKey(2n, '0') }),
        buildSolution('ky', { operations: '8.00' }, { key: tieredKey(2n, '1') }),
        buildSolution('kp', { operations: '6.00' }, { key: tieredKey(1n, '0') }),
      ],
      municipalities: [
        buildMunicipality('0101', 4n),
        buildMunicipality('0147', 4n),
        buildMunicipality('0151', 2n),
        buildMunicipality('0153', 90n, { membership: [] }),
      ],
    });
    // 9 by 4 : 2; 10 by 4 : 4 : 2; 7 by 2 : 2 : 2, the odd øre to the first; 8 by 4 : 4 : 2; 6 by 1 : 1 : 1
    expect(paidIn(agreement, 2025)).toEqual({
      '0101': ['17.54', '6.00', '4.00', '2.34', '3.20', '2.00'],
      '0147': ['11.53', '0.00', '4.00', '2.33', '3.20', '2.00'],
      '0151': ['10.93', '3.00', '2.00', '2.33', '1.60', '2.00'],
    });
  });

  it('of a year without members is refused when there is something to pay', () => {
    const agreement = buildAgreement({ solutions: [buildSolution('aula', { operations: '1.00' })] });
    const result = sharesOf(agreement, 2025);
    expect(refusalsOf(result)).toEqual([{ code: 'key_without_weight', path: ['changes'] }]);
    expect(result).toMatchObject({
      refusals: [
        {
          message: {
            da: 'Ingen kommune har vægt i "aula" (aula) i 2025, så 1,00 kr. har ingen betaler.',
            en: 'No municipality has weight in "aula" (aula) in 2025, so DKK 1.00 has no payer.',
          },
        },
      ],
    });
  });

  it('of a solution that costs nothing needs no payer', () => {
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '0.00' }, { key: weightsKey({}) })],
      municipalities: [buildMunicipality('0101', 1n)],
    });
    expect(paidIn(agreement, 2025)).toEqual({ '0101': ['0.00', '0.00'] });
  });
});

describe('leaving and entering', () => {
  const leaving = (fixedShare: string): Agreement =>
    buildAgreement({
      solutions: [buildSolution('aula', { operations: '100.00' }, { key: { kind: 'population' } })],
      index: FLAT,
      municipalities: [
        buildMunicipality('0101', 500n),
        buildMunicipality('0147', 400n, {
          membership: [
            { firstYear: 2025, lastYear: 2026, fixedShare: rateFromText(fixedShare) },
            { firstYear: 2028, fixedShare: rateFromText('1') },
          ],
        }),
        buildMunicipality('0151', 100n),
      ],
    });

  it.each([
    // all of the 40.00 stays: 100.00 over 500 : 100
    ['1', { '0101': ['83.33', '83.33'], '0151': ['16.67', '16.67'] }],
    // all of it goes: nobody else pays more
    ['0', { '0101': ['50.00', '50.00'], '0151': ['10.00', '10.00'] }],
    // 0.4 · 40.00 = 16.00 stays: 76.00 over 500 : 100
    ['0.4', { '0101': ['63.33', '63.33'], '0151': ['12.67', '12.67'] }],
  ])('with the fixed share %s', (fixedShare, expected) => {
    expect(paidIn(leaving(fixedShare), 2027)).toEqual(expected);
  });

  it('restores every øre when the municipality is back', () => {
    const before = paidIn(leaving('0.4'), 2025);
    expect(before).toEqual({
      '0101': ['50.00', '50.00'],
      '0147': ['40.00', '40.00'],
      '0151': ['10.00', '10.00'],
    });
    expect(paidIn(leaving('0.4'), 2026)).toEqual(before);
    expect(paidIn(leaving('0.4'), 2028)).toEqual(before);
  });
});

describe('limits against the year before', () => {
  /** aula costs 100.00 in 2025, and what the correction makes of it in 2026; valg 1.00 by population. */
  const limited = (limits: { rise?: string; fall?: string }, correction = '0') => {
    const key = {
      kind: 'population',
      limits: Object.fromEntries(Object.entries(limits).map(([side, rate]) => [side, rateFromText(rate)])),
    } as const;
    const stay = [{ firstYear: 2025, lastYear: 2025, fixedShare: rateFromText('1') }];
    return buildAgreement({
      solutions: [buildSolution('aula', { operations: '100.00' }, { key })],
      index: [buildIndex(2026, { combined: '0', correction }), buildIndex(2027, { combined: '0' })],
      municipalities: [
        buildMunicipality('0101', 600n),
        buildMunicipality('0147', 200n),
        buildMunicipality('0151', 200n, { membership: stay }),
        buildMunicipality('0153', 200n, { membership: [{ firstYear: 2026, fixedShare: rateFromText('1') }] }),
      ],
    });
  };

  // 2025: 60, 20, 20. 2026 without limits 0153 takes the place of 0151: 60, 20, 20.
  it('leave what is within them, and have none for who paid nothing the year before', () => {
    expect(paidIn(limited({ rise: '0', fall: '0' }), 2026)).toEqual({
      '0101': ['60.00', '60.00'],
      '0147': ['20.00', '20.00'],
      '0153': ['20.00', '20.00'],
    });
  });

  // 2026 costs 150.00: 90, 30, 30 without limits. A rise of 20 % allows 72 and 24; 0153, which is new, carries the rest.
  it('cap a rise, and the rest carries what they take off', () => {
    expect(paidIn(limited({ rise: '0.20' }, '0.5'), 2026)).toEqual({
      '0101': ['72.00', '72.00'],
      '0147': ['24.00', '24.00'],
      '0153': ['54.00', '54.00'],
    });
  });

  // 2026 costs 90.00: 54, 18, 18. A fall of 5 % allows 57 and 19; 14.00 are left for 0153.
  it('hold up a fall, and the rest carries what they add', () => {
    expect(paidIn(limited({ fall: '0.05' }, '-0.1'), 2026)).toEqual({
      '0101': ['57.00', '57.00'],
      '0147': ['19.00', '19.00'],
      '0153': ['14.00', '14.00'],
    });
  });

  // 20.00 · 1.00005 = 20.001 and 60.00 · 1.00005 = 60.003: rounded down to whole øre inside the limit.
  it('are whole øre inside the limits', () => {
    expect(paidIn(limited({ rise: '0.00005' }, '0.5'), 2026)).toMatchObject({
      '0101': ['60.00', '60.00'],
      '0147': ['20.00', '20.00'],
    });
    // A fall of 0.00005 leaves 59.997 and 19.999, which is at least 60.00 and 20.00 in whole øre.
    expect(paidIn(limited({ fall: '0.00005' }, '-0.1'), 2026)).toMatchObject({
      '0101': ['60.00', '60.00'],
      '0147': ['20.00', '20.00'],
    });
  });

  it('do not apply in the base year, which has none before it', () => {
    expect(paidIn(limited({ rise: '0', fall: '0' }), 2025)).toMatchObject({ '0151': ['20.00', '20.00'] });
  });

  it('reach back to the base year, whichever year is asked for', () => {
    const agreement = limited({ rise: '0.20' }, '0.5');
    const [, , last] = acceptedValue(sharesOf(agreement, 2025, 2027));
    expect(acceptedValue(sharesOf(agreement, 2027))).toEqual([last]);
    // 2027 costs 150.00 as well: 72 · 1.2 = 86.4, 24 · 1.2 = 28.8; without limits 90, 30, 30; 34.80 are left.
    expect(paidIn(agreement, 2027)).toEqual({
      '0101': ['86.40', '86.40'],
      '0147': ['28.80', '28.80'],
      '0153': ['34.80', '34.80'],
    });
  });

  it('do not bind who weighs nothing in the solution any more', () => {
    // 0147 takes no part in valg, which limits the fall; all of it is 0101's.
    const agreement = buildAgreement({
      solutions: [
        buildSolution(
          'valg',
          { operations: '10.00' },
          { key: { kind: 'equal', limits: { fall: rateFromText('0') } }, participants: ['0101'] },
        ),
      ],
      index: FLAT,
      municipalities: [buildMunicipality('0101', 1n), buildMunicipality('0147', 1n)],
    });
    expect(paidIn(agreement, 2026)).toEqual({ '0101': ['10.00', '10.00'], '0147': ['0.00', '0.00'] });
  });

  it.each([
    // 0101 alone: 100.00 in 2025, 120.00 in 2026
    ['0.2', []],
    ['0.1999', [{ code: 'limits_unreachable', path: ['changes'] }]],
  ])('that cannot be met are refused: a rise of %s', (rise, refusals) => {
    const key = { kind: 'equal', limits: { rise: rateFromText(rise) } } as const;
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '100.00' }, { key })],
      index: [buildIndex(2026, { combined: '0.2' })],
      municipalities: [buildMunicipality('0101', 1n)],
    });
    const result = sharesOf(agreement, 2026);
    expect(refusalsOf(result)).toEqual(refusals);
    if (refusals.length === 0) return;
    expect(result).toMatchObject({
      refusals: [
        {
          message: {
            da: '"aula" (aula) i 2026: Beløbet 120,00 kr. kan ikke fordeles inden for grænserne, der tilsammen giver mindst 0,00 kr. og højst 119,99 kr.',
            en: '"aula" (aula) in 2026: The amount DKK 120.00 cannot be shared within the limits, which together give at least DKK 0.00 and at most DKK 119.99.',
          },
        },
      ],
    });
  });
});

describe('price per citizen', () => {
  it.each([
    // 100.00 / 3 = 33.333…
    [10_000n, 3n, '33.33'],
    // 0.05 / 2 is two and a half øre: away from zero
    [5n, 2n, '0.03'],
    [-5n, 2n, '-0.03'],
    [0n, 1n, '0.00'],
    [2500n, 1n, '25.00'],
  ])('of %i øre for %i citizens', (amount, population, kroner) => {
    expect(kronerFromOre(perCitizen(ore(amount), population))).toBe(kroner);
  });
});
