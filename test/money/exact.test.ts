import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  type Exact,
  exactFromInteger,
  exactFromOre,
  exactFromRate,
  multiply,
  negate,
  overCommonDenominator,
  ratio,
  roundDown,
  roundHalfAwayFromZero,
  roundUp,
  sign,
  subtract,
  sum,
  terms,
} from '../../src/money/exact.ts';
import { ore } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';

/** A fraction as two whole numbers, and as the core has it. */
const pairArb = fc
  .tuple(
    fc.oneof(fc.bigInt(-30n, 30n), fc.bigInt(-(10n ** 30n), 10n ** 30n)),
    fc.oneof(fc.bigInt(1n, 12n), fc.bigInt(1n, 10n ** 30n)),
  )
  .map(([numerator, denominator]) => ({ numerator, denominator, exact: ratio(numerator, denominator) }));

function termsOf(value: Exact): string {
  const { numerator, denominator } = terms(value);
  return `${numerator}/${denominator}`;
}

describe('an exact number', () => {
  it.each<[string, Exact, string]>([
    ['6/4 in lowest terms', ratio(6n, 4n), '3/2'],
    ['the sign above the line', ratio(1n, -2n), '-1/2'],
    ['zero over one', ratio(0n, 5n), '0/1'],
    ['from øre', exactFromOre(ore(-7n)), '-7/1'],
    ['from a whole number', exactFromInteger(12n), '12/1'],
    ['from a rate', exactFromRate(rateFromText('-0.0275')), '-11/400'],
    ['from the smallest rate', exactFromRate(rateFromText('0.000000000000000001')), `1/${10n ** 18n}`],
    ['1/3 + 1/6', add(ratio(1n, 3n), ratio(1n, 6n)), '1/2'],
    ['1/3 − 1/2', subtract(ratio(1n, 3n), ratio(1n, 2n)), '-1/6'],
    ['2/3 · −3/4', multiply(ratio(2n, 3n), ratio(-3n, 4n)), '-1/2'],
    ['1/3 : −2', divide(ratio(1n, 3n), exactFromInteger(-2n)), '-1/6'],
    ['−(1/3)', negate(ratio(1n, 3n)), '-1/3'],
    ['the sum of nothing', sum([]), '0/1'],
    ['1/2 + 1/3 + 1/6', sum([ratio(1n, 2n), ratio(1n, 3n), ratio(1n, 6n)]), '1/1'],
  ])('%s', (_, value, written) => {
    expect(termsOf(value)).toBe(written);
  });

  it.each<[Exact, Exact, number]>([
    [ratio(1n, 3n), ratio(333n, 1000n), 1],
    [ratio(-1n, 3n), ratio(-333n, 1000n), -1],
    [ratio(2n, 4n), ratio(1n, 2n), 0],
  ])('compares exactly (%s, %s)', (first, second, expected) => {
    expect(Math.sign(compare(first, second))).toBe(expected);
  });

  it('has a sign', () => {
    expect([ratio(-1n, 3n), ratio(0n, 3n), ratio(1n, 3n)].map(sign)).toEqual([-1, 0, 1]);
  });

  it('adds as fractions do: a/b + c/d = (ad + cb) / bd', () => {
    fc.assert(
      fc.property(fc.array(pairArb, { maxLength: 6 }), (pairs) => {
        const [numerator, denominator] = pairs.reduce<[bigint, bigint]>(
          ([n, d], pair) => [n * pair.denominator + pair.numerator * d, d * pair.denominator],
          [0n, 1n],
        );
        const total = terms(sum(pairs.map(({ exact }) => exact)));
        expect(total.numerator * denominator).toBe(numerator * total.denominator);
      }),
    );
  });

  it('goes over a common denominator without changing, and no smaller denominator serves all', () => {
    fc.assert(
      fc.property(fc.array(pairArb, { minLength: 1, maxLength: 6 }), (pairs) => {
        const values = pairs.map(({ exact }) => exact);
        const { numerators, denominator } = overCommonDenominator(values);
        expect(numerators.map((numerator) => termsOf(ratio(numerator, denominator)))).toEqual(
          values.map(termsOf),
        );
        const common = numerators.reduce(greatestCommonDivisor, denominator);
        expect(common).toBe(1n);
      }),
    );
  });
});

describe('rounding', () => {
  it.each<[bigint, bigint, bigint, bigint, bigint]>([
    // numerator, denominator, down, half away from zero, up
    [5n, 2n, 2n, 3n, 3n],
    [-5n, 2n, -3n, -3n, -2n],
    [1n, 2n, 0n, 1n, 1n],
    [-1n, 2n, -1n, -1n, 0n],
    [49n, 100n, 0n, 0n, 1n],
    [-49n, 100n, -1n, 0n, 0n],
    [51n, 100n, 0n, 1n, 1n],
    [7n, 1n, 7n, 7n, 7n],
    [-7n, 1n, -7n, -7n, -7n],
    [0n, 1n, 0n, 0n, 0n],
  ])('%i/%i: down %i, half away from zero %i, up %i', (numerator, denominator, down, half, up) => {
    const value = ratio(numerator, denominator);
    expect([roundDown(value), roundHalfAwayFromZero(value), roundUp(value)]).toEqual([down, half, up]);
  });

  it('down and up are the whole numbers beside the value', () => {
    fc.assert(
      fc.property(pairArb, ({ numerator, denominator, exact }) => {
        const [down, up] = [roundDown(exact), roundUp(exact)];
        expect(down * denominator <= numerator && numerator < (down + 1n) * denominator).toBe(true);
        expect((up - 1n) * denominator < numerator && numerator <= up * denominator).toBe(true);
      }),
    );
  });

  it('half away from zero is at most half off, and exactly half only outwards', () => {
    fc.assert(
      fc.property(pairArb, ({ numerator, denominator, exact }) => {
        const twiceOff = 2n * (roundHalfAwayFromZero(exact) * denominator - numerator);
        const outwards = numerator < 0n ? -twiceOff : twiceOff;
        expect(-denominator < outwards && outwards <= denominator).toBe(true);
      }),
    );
  });
});

function greatestCommonDivisor(first: bigint, second: bigint): bigint {
  if (second === 0n) return first < 0n ? -first : first;
  return greatestCommonDivisor(second, first % second);
}
