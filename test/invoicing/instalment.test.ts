import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Frequency,
  instalmentAmount,
  instalmentDays,
  instalmentsOf,
} from '../../src/invoicing/instalment.ts';
import { kronerFromOre, oreFromKroner, sumOre } from '../../src/money/ore.ts';
import { oreArb } from '../arbitraries/ore.ts';

const frequencyArb = fc.constantFrom<Frequency>('annual', 'half-yearly', 'quarterly', 'monthly');

describe('the instalments of a year', () => {
  it('sum to the annual amount', () => {
    fc.assert(
      fc.property(oreArb, frequencyArb, (annual, frequency) => {
        const amounts = instalmentsOf(2026, frequency).map((each) => instalmentAmount(annual, each));
        expect(sumOre(amounts)).toBe(annual);
      }),
    );
  });

  it('are never more than half an øre off their part of the year, counted from its start', () => {
    fc.assert(
      fc.property(oreArb, frequencyArb, (annual, frequency) => {
        const instalments = instalmentsOf(2026, frequency);
        const count = BigInt(instalments.length);
        let invoiced = 0n;
        for (const each of instalments) {
          invoiced += instalmentAmount(annual, each);
          const off = 2n * (invoiced * count - annual * BigInt(each.number));
          expect(off >= -count && off <= count).toBe(true);
        }
      }),
    );
  });

  it('never give back what others of the year ask for', () => {
    fc.assert(
      fc.property(oreArb, frequencyArb, (annual, frequency) => {
        for (const each of instalmentsOf(2026, frequency)) {
          expect(instalmentAmount(annual, each) * (annual < 0n ? -1n : 1n)).toBeGreaterThanOrEqual(0n);
        }
      }),
    );
  });

  it.each<[Frequency, string[]]>([
    ['annual', ['100.00']],
    ['half-yearly', ['50.00', '50.00']],
    ['quarterly', ['25.00', '25.00', '25.00', '25.00']],
    // 100/12 = 8.333…: the running sums are 8.33, 16.67, 25.00, 33.33 …
    [
      'monthly',
      ['8.33', '8.34', '8.33', '8.33', '8.34', '8.33', '8.33', '8.34', '8.33', '8.33', '8.34', '8.33'],
    ],
  ])('of 100 kr. %s are %j', (frequency, expected) => {
    const amounts = instalmentsOf(2026, frequency).map((each) =>
      instalmentAmount(oreFromKroner('100.00'), each),
    );
    expect(amounts.map(kronerFromOre)).toEqual(expected);
  });

  // round(0.05/2) − round(0) = 3 øre, then 5 − 3 = 2.
  it('are half-yearly unless said otherwise, with the odd øre first', () => {
    const amounts = instalmentsOf(2026).map((each) => instalmentAmount(oreFromKroner('0.05'), each));
    expect(amounts.map(kronerFromOre)).toEqual(['0.03', '0.02']);
  });

  it.each<[Frequency, number, string, string]>([
    ['annual', 1, '2028-01-01', '2028-12-31'],
    ['half-yearly', 1, '2028-01-01', '2028-06-30'],
    ['half-yearly', 2, '2028-07-01', '2028-12-31'],
    ['quarterly', 4, '2028-10-01', '2028-12-31'],
    ['monthly', 2, '2028-02-01', '2028-02-29'],
  ])('%s, no. %i of 2028, pay for %s to %s', (frequency, number, from, to) => {
    expect(instalmentDays({ year: 2028, frequency, number })).toEqual({ from, to });
  });
});
