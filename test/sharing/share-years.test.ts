import { describe, expect, it } from 'vitest';
import { buildAgreement, buildMunicipality, buildSolution } from '../agreement/build-agreement.ts';
import { tieredKey, weightsKey } from '../agreement/build-key.ts';
import { acceptedValue, refusalsOf } from '../results.ts';
import { paidIn, sharesOf } from './kroner.ts';

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

  it('of a solution that none of the members has weight in is refused too', () => {
    const key = weightsKey({ '0147': '1' });
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '1.00' }, { key })],
      municipalities: [buildMunicipality('0101', 1n), buildMunicipality('0147', 1n, { membership: [] })],
    });
    expect(refusalsOf(sharesOf(agreement, 2025))).toEqual([
      { code: 'key_without_weight', path: ['changes'] },
    ]);
  });

  it('of a solution that costs nothing needs no payer', () => {
    const agreement = buildAgreement({
      solutions: [buildSolution('aula', { operations: '0.00' }, { key: weightsKey({}) })],
      municipalities: [buildMunicipality('0101', 1n)],
    });
    expect(paidIn(agreement, 2025)).toEqual({ '0101': ['0.00', '0.00'] });
  });
});
