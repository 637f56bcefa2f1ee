import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRates,
  blendRates,
  compareRates,
  complement,
  growthFactor,
  isNegativeRate,
  multiplyRates,
  rateFromText,
  rateText,
  WHOLE,
  ZERO_RATE,
} from '../../src/money/rate.ts';

const rate = rateFromText;

describe('a rate', () => {
  it.each([
    ['0.0310', '0.031'],
    ['12', '12'],
    ['-0.50', '-0.5'],
    ['0.000000000000000001', '0.000000000000000001'],
    ['9999999999999.999999999999999999', '9999999999999.999999999999999999'],
    ['-0', '0'],
    ['-0.000', '0'],
  ])('%s is written %s', (text, shortest) => {
    expect(rateText(rate(text))).toBe(shortest);
  });

  it.each(['', '.5', '01', '1.', '1e3', '+1', ' 1', '0,5', 'NaN', '0.0000000000000000001', '12345678901234'])(
    'is not read from "%s"',
    (text) => {
      expect(() => rate(text)).toThrow(`broken invariant: "${text}" is a plain decimal`);
    },
  );

  it('is not changed by a century of products: nothing is ever rounded', () => {
    // (1 + 10^-18)^100 has 1 + 100 · 18 digits and ends in 1.
    const factor = growthFactor(rate('0.000000000000000001'));
    const product = rateText(multiplyRates(Array.from({ length: 100 }, () => factor)));
    expect(product).toHaveLength(2 + 1800);
    expect(product.startsWith(`1.${'0'.repeat(15)}100${'0'.repeat(14)}`)).toBe(true);
    expect(product.endsWith('1')).toBe(true);
  });

  it('that would need more digits than are kept is a broken invariant, not a rounded figure', () => {
    const long = rate('1.000000000000000001');
    expect(() => multiplyRates(Array.from({ length: 1200 }, () => long))).toThrow('few enough digits');
  });
});

describe('arithmetic of rates', () => {
  it.each<[string, string, string]>([
    ['0.1 + 0.2', rateText(addRates(rate('0.1'), rate('0.2'))), '0.3'],
    ['1 + −0.05', rateText(growthFactor(rate('-0.05'))), '0.95'],
    ['1 − 0.3', rateText(complement(rate('0.3'))), '0.7'],
    ['the product of nothing', rateText(multiplyRates([])), '1'],
    ['1.02 · 1.03', rateText(multiplyRates([rate('1.02'), rate('1.03')])), '1.0506'],
    // 0.6 · 0.031 + 0.4 · 0.019 = 0.0186 + 0.0076
    ['0.6 wage, 0.4 price', rateText(blendRates(rate('0.6'), rate('0.031'), rate('0.019'))), '0.0262'],
  ])('%s', (_, given, expected) => {
    expect(given).toBe(expected);
  });

  it.each([
    ['-0.1', true],
    ['0', false],
    ['-0', false],
    ['0.1', false],
  ])('%s is negative: %s', (text, isNegative) => {
    expect(isNegativeRate(rate(text))).toBe(isNegative);
  });

  it('orders rates as numbers, not as text', () => {
    expect(compareRates(rate('9'), rate('10'))).toBeLessThan(0);
    expect(compareRates(rate('10'), rate('9'))).toBeGreaterThan(0);
    expect(compareRates(rate('1.0'), WHOLE)).toBe(0);
    expect(compareRates(rate('-1'), ZERO_RATE)).toBeLessThan(0);
  });

  it('adds exactly as whole numbers of a millionth do', () => {
    fc.assert(
      fc.property(millionths, millionths, (first, second) => {
        const total = addRates(fromMillionths(first), fromMillionths(second));
        expect(compareRates(total, fromMillionths(first + second))).toBe(0);
      }),
    );
  });
});

const millionths = fc.integer({ min: -9_000_000, max: 9_000_000 });

function fromMillionths(count: number) {
  const digits = String(Math.abs(count)).padStart(7, '0');
  return rate(`${count < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`);
}
