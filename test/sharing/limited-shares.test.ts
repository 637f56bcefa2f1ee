import { describe, expect, it } from 'vitest';
import { rateFromText } from '../../src/money/rate.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
} from '../agreement/build-agreement.ts';
import { acceptedValue, refusalsOf } from '../results.ts';
import { paidIn, sharesOf } from './kroner.ts';

const FLAT = [2026, 2027, 2028].map((year) => buildIndex(year, { combined: '0' }));

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
      index: [...FLAT.slice(1), buildIndex(2026, { combined: '0', correction })],
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
    const [, , third, fourth] = acceptedValue(sharesOf(agreement, 2025, 2028));
    expect(acceptedValue(sharesOf(agreement, 2027))).toEqual([third]);
    expect(acceptedValue(sharesOf(agreement, 2028))).toEqual([fourth]);
    // 2027 costs 150.00 as well: 72 · 1.2 = 86.4, 24 · 1.2 = 28.8; without limits 90, 30, 30; 34.80 are left.
    expect(paidIn(agreement, 2027)).toEqual({
      '0101': ['86.40', '86.40'],
      '0147': ['28.80', '28.80'],
      '0153': ['34.80', '34.80'],
    });
  });

  it('of one solution do not depend on others having none', () => {
    const agreement = limited({ rise: '0.20' }, '0.5');
    const both = {
      ...agreement,
      solutions: [...agreement.solutions, buildSolution('valg', { operations: '3.00' })],
    };
    // aula as above; valg, 4.50 in 2026, is split equally
    expect(paidIn(both, 2026)).toEqual({
      '0101': ['73.50', '72.00', '1.50'],
      '0147': ['25.50', '24.00', '1.50'],
      '0153': ['55.50', '54.00', '1.50'],
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
    // 0101 alone takes part: 100.00 in 2025, 120.00 in 2026
    ['0.2', []],
    ['0.1999', [{ code: 'limits_unreachable', path: ['changes'] }]],
  ])('that cannot be met are refused: a rise of %s', (rise, refusals) => {
    const key = { kind: 'equal', limits: { rise: rateFromText(rise) } } as const;
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '100.00' }, { key, participants: ['0101'] })],
      index: [buildIndex(2026, { combined: '0.2' }), buildIndex(2027, { combined: '0' })],
      municipalities: [buildMunicipality('0101', 1n), buildMunicipality('0147', 1n)],
    });
    const result = sharesOf(agreement, 2026);
    expect(refusalsOf(result)).toEqual(refusals);
    // The year after has no year before it that can be looked back to.
    expect(refusalsOf(sharesOf(agreement, 2027))).toEqual(refusals);
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
