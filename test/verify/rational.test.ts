import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kronerText, oreFrom } from '../../verify/kroner.ts';
import {
  add,
  ceiling,
  compare,
  divide,
  floor,
  multiply,
  rational,
  rationalFromDecimal,
  roundHalfAway,
  subtract,
  sum,
  ZERO,
} from '../../verify/rational.ts';

const rationalArb = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

describe('rational arithmetic', () => {
  test('a fraction is kept in lowest terms with the sign above the line', () => {
    expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(() => rational(1n, 0n)).toThrow(RangeError);
  });

  test.each([
    ['-0.0275', rational(-11n, 400n)],
    ['-0.5', rational(-1n, 2n)],
    ['12', rational(12n)],
  ])('%s is read exactly', (text, value) => {
    expect(rationalFromDecimal(text)).toEqual(value);
  });

  test.each(['', '1e3', '.5', '1.', ' 1', '1,5'])('"%s" is no plain decimal', (text) => {
    expect(rationalFromDecimal(text)).toBeUndefined();
  });

  test.each([
    [rational(1n, 2n), 1n, 0n, 1n],
    [rational(-1n, 2n), -1n, -1n, 0n],
    [rational(-5n, 4n), -1n, -2n, -1n],
    [rational(7n, 3n), 2n, 2n, 3n],
    [rational(-4n), -4n, -4n, -4n],
  ])('%o rounds half away from zero, down and up', (value, nearest, down, up) => {
    expect([roundHalfAway(value), floor(value), ceiling(value)]).toEqual([nearest, down, up]);
  });

  test('adding and multiplying are undone by subtracting and dividing', () => {
    fc.assert(
      fc.property(rationalArb, rationalArb, (first, second) => {
        expect(subtract(add(first, second), second)).toEqual(first);
        if (compare(second, ZERO) !== 0) expect(divide(multiply(first, second), second)).toEqual(first);
      }),
    );
  });

  test('a sum is what adding one by one gives', () => {
    fc.assert(
      fc.property(fc.array(rationalArb), (terms) => {
        expect(sum(terms)).toEqual(terms.reduce(add, ZERO));
      }),
    );
  });
});

describe('kroner as JSON carries them', () => {
  test.each([
    ['0.05', 5n],
    ['-0.05', -5n],
    ['1234.50', 123450n],
  ])('%s is read and written', (text, ore) => {
    expect(oreFrom(text)).toBe(ore);
    expect(kronerText(ore)).toBe(text);
  });

  test.each(['-0.00', '1.5', '01.00', '1', '1.000', '1e2', 1.5, null])('%o is no amount', (value) => {
    expect(oreFrom(value)).toBeUndefined();
  });
});
