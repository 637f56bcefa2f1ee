import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDanishBankDay } from '../../calendar/danish-bank-days.ts';
import { dueDate } from '../../src/invoicing/due-date.ts';
import { glnCheckDigit, hasGlnCheckDigit } from '../../src/invoicing/gln.ts';
import { nextNumber } from '../../src/invoicing/number-series.ts';
import { slipCheckDigit, slipReference } from '../../src/invoicing/payment-reference.ts';
import { acceptedValue, codesOf } from '../results.ts';

describe('a GLN', () => {
  it.each(['5798009883735', '7300010000001'])('%s, which is in use, has its check digit', (gln) => {
    expect(hasGlnCheckDigit(gln)).toBe(true);
  });

  it('with one digit wrong does not', () => {
    const digitsArb = fc.stringMatching(/^[0-9]{12}$/);
    fc.assert(
      fc.property(digitsArb, fc.nat(12), fc.integer({ min: 1, max: 9 }), (digits, place, by) => {
        const gln = `${digits}${glnCheckDigit(digits)}`;
        const wrong = String((Number(gln.charAt(place)) + by) % 10);
        expect(hasGlnCheckDigit(gln)).toBe(true);
        expect(hasGlnCheckDigit(`${gln.slice(0, place)}${wrong}${gln.slice(place + 1)}`)).toBe(false);
      }),
    );
  });
});

describe('the reference of a payment slip', () => {
  // The textbook number of the modulus 10 check.
  it('has the check digit 3 after 7992739871', () => {
    expect(slipCheckDigit('7992739871')).toBe('3');
  });

  // From the right 1·2 + 6·2 → 1 + 2, 2·1 and 2·1: 2 + 3 + 2 + 2 = 9, one short of ten.
  it('is the invoice number in 14 digits and a check digit', () => {
    expect(slipReference('2026000001')).toBe('000020260000011');
  });
});

describe('a number series', () => {
  it('counts from one without a gap', () => {
    const series = { prefix: '2026', width: 3 };
    const numbers: string[] = [];
    for (let count = 0; count < 12; count++) numbers.push(acceptedValue(nextNumber(series, numbers.at(-1))));
    expect([numbers[0], numbers[8], numbers[9], numbers[11]]).toEqual([
      '2026001',
      '2026009',
      '2026010',
      '2026012',
    ]);
  });

  it('ends when its width is used up', () => {
    expect(codesOf(nextNumber({ prefix: '2026', width: 1 }, '20269'))).toEqual(['number_series_full']);
  });
});

describe('a due date', () => {
  it.each([
    ['2026-01-15', 30, '2026-02-16', 'a Saturday gives Monday'],
    ['2026-03-03', 30, '2026-04-07', 'Maundy Thursday gives the Tuesday after Easter'],
    ['2026-12-01', 30, '2027-01-04', "New Year's Eve on a Thursday gives Monday"],
    ['2026-01-15', 0, '2026-01-15', 'a bank day stays'],
  ])('%s + %i days is %s: %s', (issueDate, days, expected) => {
    expect(dueDate(issueDate, days, isDanishBankDay)).toBe(expected);
  });
});
