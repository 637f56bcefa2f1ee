import { fc, it as law } from '@fast-check/vitest';
import { afterEach, describe, expect, it } from 'vitest';
import { language } from '../../web/language/language.ts';
import { compareDecimals, moveThePoint, trimZeros } from '../../web/numbers/decimal.ts';
import { change, count, figure, kroner, kronerInShort, percent } from '../../web/numbers/format.ts';
import { readDecimal, readKroner, readPercent } from '../../web/numbers/parse.ts';
import { runs } from '../settings/runs.ts';

afterEach(() => {
  language.value = 'da';
});

/** With the spaces that do not break, as `Intl` writes them, made plain. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

describe('numbers are shown as people read them', () => {
  it.each([
    ['1234.50', '1.234,50 kr.'],
    ['-0.05', '-0,05 kr.'],
    ['0.00', '0,00 kr.'],
    // 17 digits: a binary float would show 12.345.678.901.234.568,00.
    ['12345678901234567.89', '12.345.678.901.234.567,89 kr.'],
  ])('%s is %s', (amount, shown) => {
    expect(plain(kroner(amount))).toBe(shown);
  });

  it('in short, as a change, as a percentage and as a count', () => {
    expect(plain(kronerInShort('761575593.67'))).toBe('761,6 mio. kr.');
    expect(plain(change('19486451.43'))).toBe('+19.486.451,43 kr.');
    expect(plain(percent('0.0275'))).toBe('2,75 %');
    expect(count(671714)).toBe('671.714');
  });

  it('in English as the English write them', () => {
    language.value = 'en';
    expect(plain(kroner('1234.50'))).toBe('DKK 1,234.50');
    expect(percent('0.0275')).toBe('2.75%');
  });
});

describe('numbers are read as people write and paste them', () => {
  it.each([
    ['1.234,50', '1234.50'],
    ['1.234', '1234'],
    ['1.234.567', '1234567'],
    ['4,5', '4.5'],
    ['4.5', '4.5'],
    ['1 234,50 kr.', '1234.50'],
    ['1,234.50', '1234.50'],
    ['−7.692.682,76', '-7692682.76'],
    ['007', '7'],
    ['0,05', '0.05'],
  ])('%s is %s', (written, read) => {
    expect(readDecimal(written)).toBe(read);
  });

  it.each(['', 'fire', '1,2,3', '4,', '--4', '1e3', '0x10'])('"%s" is no number', (written) => {
    expect(readDecimal(written)).toBeUndefined();
  });

  it('a percentage is a fraction of one, and money has two decimals', () => {
    expect(readPercent('4 %')).toBe('0.04');
    expect(readPercent('2,75')).toBe('0.0275');
    expect(readKroner('1.234,5')).toBe('1234.50');
    expect(readKroner('1.234,567')).toBeUndefined();
  });

  it('in English a comma groups', () => {
    language.value = 'en';
    expect(readDecimal('1,234')).toBe('1234');
    expect(readDecimal('1.234')).toBe('1.234');
  });

  law.prop(
    [fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.constantFrom('da', 'en')],
    runs(300, 10_000),
  )('what is shown is read back to the øre, in either language', (ore, spoken) => {
    language.value = spoken;
    const amount = moveThePoint(String(ore), -2);
    expect(readKroner(kroner(amount))).toBe(readKroner(figure(amount)));
    expect(compareDecimals(readKroner(figure(amount)) ?? '', amount)).toBe(0);
  });
});

describe('decimals are kept exact', () => {
  it.each([
    ['4.5', -2, '0.045'],
    ['0.0275', 2, '2.75'],
    ['-1', -3, '-0.001'],
    ['0.5', 1, '5'],
    ['100', -2, '1.00'],
  ])('%s with its point moved by %i is %s', (decimal, places, moved) => {
    expect(moveThePoint(decimal, places)).toBe(moved);
  });

  it('a difference in the thirtieth decimal is one', () => {
    expect(compareDecimals(`1.${'0'.repeat(29)}1`, '1')).toBe(1);
    expect(compareDecimals('-2', '-10')).toBe(1);
    expect(compareDecimals('1.50', '1.5')).toBe(0);
  });

  it('zeros at the end go', () => {
    expect(trimZeros('2.500')).toBe('2.5');
    expect(trimZeros('2.00')).toBe('2');
    expect(trimZeros('2', 2)).toBe('2.00');
  });
});
