import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { danishKroner, englishKroner } from '../../src/money/danish-figures.ts';
import {
  addOre,
  kronerFromOre,
  negateOre,
  ore,
  oreFromKroner,
  subtractOre,
  sumOre,
} from '../../src/money/ore.ts';
import { oreArb } from '../arbitraries/ore.ts';

describe('kroner in JSON', () => {
  it.each([
    ['1234.50', 123450n],
    ['0.00', 0n],
    ['0.05', 5n],
    ['-0.05', -5n],
    ['-0.50', -50n],
    ['-12.00', -1200n],
    ['9999999999999.99', 999_999_999_999_999n],
  ])('%s is %i øre', (kroner, count) => {
    expect(oreFromKroner(kroner)).toBe(count);
    expect(kronerFromOre(ore(count))).toBe(kroner);
  });

  it('reads a signed zero and never writes one', () => {
    expect(kronerFromOre(oreFromKroner('-0.00'))).toBe('0.00');
  });

  it.each([
    '',
    '1',
    '1.5',
    '1.234',
    '01.00',
    '.50',
    '1,50',
    '1.234,50',
    '+1.00',
    ' 1.00',
    '1e2',
    'NaN',
    '12345678901234.00',
  ])('are not read from "%s"', (text) => {
    expect(() => oreFromKroner(text)).toThrow(`broken invariant: "${text}" is kroner with two decimals`);
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(
        oreArb.filter((amount) => amount < 10n ** 15n && amount > -(10n ** 15n)),
        (amount) => {
          expect(oreFromKroner(kronerFromOre(amount))).toBe(amount);
        },
      ),
    );
  });
});

describe('arithmetic of øre', () => {
  it('adds, takes away and turns the sign', () => {
    expect([addOre(ore(2n), ore(3n)), subtractOre(ore(2n), ore(3n)), negateOre(ore(2n))]).toEqual([
      5n,
      -1n,
      -2n,
    ]);
    expect(sumOre([])).toBe(0n);
    expect(sumOre([ore(1n), ore(-5n), ore(2n)])).toBe(-2n);
  });
});

describe('kroner for people', () => {
  it.each([
    [123450n, '1.234,50 kr.', 'DKK 1,234.50'],
    [0n, '0,00 kr.', 'DKK 0.00'],
    [-5n, '-0,05 kr.', 'DKK -0.05'],
    // More digits than a binary float has.
    [123_456_789_012_345_678_901n, '1.234.567.890.123.456.789,01 kr.', 'DKK 1,234,567,890,123,456,789.01'],
  ])('%i øre', (count, danish, english) => {
    expect([danishKroner(ore(count)), englishKroner(ore(count))]).toEqual([danish, english]);
  });
});
