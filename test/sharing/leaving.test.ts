import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { rateFromText } from '../../src/money/rate.ts';
import {
  buildAgreement,
  buildIndex,
  buildMunicipality,
  buildSolution,
} from '../agreement/build-agreement.ts';
import { paidIn } from './kroner.ts';

const FLAT = [2026, 2027, 2028].map((year) => buildIndex(year, { combined: '0' }));

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
