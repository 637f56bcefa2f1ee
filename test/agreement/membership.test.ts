import { describe, expect, it } from 'vitest';
import type { MembershipPeriod } from '../../src/agreement/agreement.ts';
import { departedBy, membersOf, solutionsIn } from '../../src/agreement/membership.ts';
import { closeAfter, includesYear, openFrom } from '../../src/agreement/period.ts';
import { rateFromText, rateText, WHOLE } from '../../src/money/rate.ts';
import { buildAgreement, buildMunicipality, buildSolution } from './build-agreement.ts';

const stay = (firstYear: number, lastYear?: number, fixedShare = '1'): MembershipPeriod => ({
  firstYear,
  ...(lastYear === undefined ? {} : { lastYear }),
  fixedShare: rateFromText(fixedShare),
});

const agreement = buildAgreement({
  municipalities: [
    buildMunicipality('0101', 1n),
    buildMunicipality('0147', 1n, { membership: [stay(2025, 2026, '0.4')] }),
    buildMunicipality('0151', 1n, {
      membership: [stay(2025, 2025, '0.1'), stay(2027, 2027, '0.2'), stay(2029)],
    }),
    buildMunicipality('0153', 1n, { membership: [stay(2028)] }),
    buildMunicipality('0155', 1n, { membership: [] }),
  ],
  solutions: [
    buildSolution('aula', {}, { periods: [{ firstYear: 2025, lastYear: 2026 }, { firstYear: 2028 }] }),
    buildSolution('valg', {}),
    buildSolution('flis', {}, { periods: [] }),
  ],
});

describe('membership', () => {
  it.each([
    [2025, ['0101', '0147', '0151'], []],
    [2026, ['0101', '0147'], ['0151 0.1']],
    [2027, ['0101', '0151'], ['0147 0.4']],
    // 0151 has left twice: what stays is what its last leaving said. 0153 enters; 0155 never has.
    [2028, ['0101', '0153'], ['0147 0.4', '0151 0.2']],
    [2029, ['0101', '0151', '0153'], ['0147 0.4']],
  ])('in %i', (year, members, departed) => {
    expect(membersOf(agreement, year).map(({ municipality }) => municipality)).toEqual(members);
    expect(
      departedBy(agreement, year).map(
        ({ municipality: { municipality }, fixedShare }) => `${municipality} ${rateText(fixedShare)}`,
      ),
    ).toEqual(departed);
  });
});

describe('the solutions in the agreement', () => {
  it.each([
    [2025, ['aula', 'valg']],
    [2027, ['valg']],
    [2028, ['aula', 'valg']],
  ])('in %i', (year, solutions) => {
    expect(solutionsIn(agreement, year).map(({ solution }) => solution)).toEqual(solutions);
  });
});

describe('a period', () => {
  it.each([
    [2024, false],
    [2025, true],
    [2026, true],
    [2027, false],
  ])('of 2025 to 2026 includes %i: %s', (year, isIncluded) => {
    expect(includesYear({ firstYear: 2025, lastYear: 2026 }, year)).toBe(isIncluded);
  });

  it('without a last year runs on', () => {
    expect([2024, 2025, 2100].map((year) => includesYear({ firstYear: 2025 }, year))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('periods opened from a year on', () => {
  it.each<[string, MembershipPeriod[], number, MembershipPeriod[]]>([
    ['when there were none', [], 2027, [stay(2027)]],
    ['with a gap before', [stay(2025, 2025)], 2027, [stay(2025, 2025), stay(2027)]],
    ['without a gap they join', [stay(2025, 2026, '0.4')], 2027, [stay(2025)]],
    ['that they reach beyond they join too', [stay(2025, 2028, '0.4')], 2027, [stay(2025)]],
    ['in which they are already', [stay(2025)], 2027, [stay(2025)]],
    ['with everything later', [stay(2025, 2025), stay(2027, 2027), stay(2029)], 2026, [stay(2025)]],
    [
      'that begins with one of them',
      [stay(2025, 2025), stay(2028, 2029)],
      2028,
      [stay(2025, 2025), stay(2028)],
    ],
  ])('%s', (_, periods, year, opened) => {
    expect(openFrom(periods, year, { firstYear: year, fixedShare: WHOLE })).toEqual(opened);
  });
});

describe('periods closed after a year', () => {
  it.each<[string, MembershipPeriod[], number, MembershipPeriod[]]>([
    ['that they run through', [stay(2025)], 2026, [stay(2025, 2026)]],
    [
      'in which the last of them begins',
      [stay(2025, 2025), stay(2027)],
      2027,
      [stay(2025, 2025), stay(2027, 2027)],
    ],
    ['before the last of them begins', [stay(2025, 2027), stay(2029)], 2026, [stay(2025, 2026)]],
    ['before all of them', [stay(2025)], 2024, []],
    ['when there are none', [], 2026, []],
  ])('%s', (_, periods, year, closed) => {
    expect(closeAfter(periods, year, (period) => ({ ...period, lastYear: year }))).toEqual(closed);
  });
});
