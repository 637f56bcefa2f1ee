import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalRange, negatedDecimal, sumOfDecimals } from '../../src/analysis/decimal-range.ts';
import { elasticity } from '../../src/analysis/elasticity.ts';
import { addRates, rateFromText, rateText } from '../../src/money/rate.ts';

const decimalArb = fc
  .record({ whole: fc.integer({ min: -999, max: 999 }), places: fc.integer({ min: 0, max: 6 }) })
  .map(({ whole, places }) => (whole / 10 ** places).toFixed(places))
  .filter((text) => !/^-0(\.0*)?$/.test(text));

describe('a range of decimals', () => {
  it('goes upwards in exact steps', () => {
    const { count, textAt } = decimalRange('-0.02', '0.03', '0.01');
    expect(Array.from({ length: count }, (_, place) => textAt(place))).toEqual([
      '-0.02',
      '-0.01',
      '0.00',
      '0.01',
      '0.02',
      '0.03',
    ]);
  });

  it('leaves the last value out when the steps do not meet it', () => {
    const { count, textAt } = decimalRange('1', '2', '0.3', 2);
    expect([count, textAt(count - 1)]).toEqual([4, '1.90']);
  });

  it('is empty when it ends before it begins', () => {
    expect(decimalRange('1', '0', '0.1').count).toBe(0);
  });
});

describe('sums of decimals', () => {
  it('are those of exact rates', () => {
    fc.assert(
      fc.property(decimalArb, decimalArb, (first, second) => {
        const sum = rateFromText(sumOfDecimals(first, second));
        expect(rateText(sum)).toBe(rateText(addRates(rateFromText(first), rateFromText(second))));
        expect(Number(negatedDecimal(first))).toBe(-Number(first) + 0);
      }),
    );
  });
});

describe('elasticity', () => {
  // From 200 to 210 is 5 percent of 200; from 8 to 12 is 50 percent of 8: a tenth.
  it('is the relative movement of the figure for that of the parameter', () => {
    const figure = { before: 200n, from: 200n, to: 210n };
    expect(elasticity(figure, { before: 8n, from: 8n, to: 12n })).toBe('0.100000');
  });

  it('does not exist where nothing can be relative', () => {
    const still = { before: 0n, from: 1n, to: 2n };
    const moved = { before: 1n, from: 1n, to: 2n };
    expect([elasticity(still, moved), elasticity(moved, still)]).toEqual([undefined, undefined]);
    expect(elasticity(moved, { before: 1n, from: 1n, to: 1n })).toBeUndefined();
  });
});
