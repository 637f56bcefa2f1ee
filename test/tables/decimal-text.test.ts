import { describe, expect, it } from 'vitest';
import { writtenNumber } from '../../tables/decimal-text.ts';

describe('a number as people write it', () => {
  it.each([
    ['1234,50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1 234,50', '1234.50'],
    ['1\u00A0234\u00A0567,5', '1234567.5'],
    ['1234.50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['1.234.567', '1234567'],
    ['-0,05', '-0.05'],
    ['−12', '-12'],
    ['+7', '7'],
    [' 7 ', '7'],
    ['0101', '101'],
    ['0.123', '0.123'],
    ['1234.567', '1234.567'],
    ['1,234', '1.234'],
  ])('%s is %s', (written, text) => {
    expect(writtenNumber(written)).toEqual({ kind: 'decimal', text });
  });

  it.each(['1.234', '12.345', '-999.000'])(
    '%s is a whole number to some and a decimal to others',
    (written) => {
      expect(writtenNumber(written)).toEqual({ kind: 'ambiguous' });
    },
  );

  it.each(['', '-', 'halvdelen', '1,2,3', '12.34.56', '1e3', '5,798E+12', '1234 kr', '=1', '٣'])(
    '"%s" is no number',
    (written) => {
      expect(writtenNumber(written)).toEqual({ kind: 'none' });
    },
  );
});
