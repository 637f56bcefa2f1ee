import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { decimalText, fractionText } from '../../src/explanation/exact-text.ts';
import { ratio } from '../../src/money/exact.ts';

describe('exact values as text', () => {
  it.each([
    [7n, 2n, '7/2', '3.5'],
    [-7n, 2n, '-7/2', '-3.5'],
    [6n, 2n, '3', '3'],
    [1n, 3n, '1/3', '0.333'],
    [-2n, 3n, '-2/3', '-0.667'],
    [1n, 2000n, '1/2000', '0.001'],
    [-1n, 3000n, '-1/3000', '0'],
    [100n, 1n, '100', '100'],
  ])('%d/%d is %s and about %s', (numerator, denominator, fraction, decimal) => {
    const value = ratio(numerator, denominator);
    expect([fractionText(value), decimalText(value, 3)]).toEqual([fraction, decimal]);
  });

  test.prop([fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.nat({ max: 12 })])(
    'a decimal with few enough places is written exactly',
    (digits, places) => {
      const value = ratio(digits, 10n ** BigInt(places));
      const [whole = '', fraction = ''] = decimalText(value, places).split('.');
      expect(BigInt(whole + fraction.padEnd(places, '0'))).toBe(digits);
    },
  );
});
