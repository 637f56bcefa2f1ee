import { describe, expect, it } from 'vitest';
import {
  danishDecimal,
  danishPercent,
  englishDecimal,
  englishPercent,
} from '../../src/money/danish-figures.ts';
import { rateFromText } from '../../src/money/rate.ts';

describe('figures for people', () => {
  it.each([
    ['0.0275', '2,75 %', '2.75%'],
    ['0.3', '30,00 %', '30.00%'],
    ['-0.01', '-1,00 %', '-1.00%'],
    ['0', '0,00 %', '0.00%'],
    ['12', '1.200,00 %', '1,200.00%'],
    ['0.000000000000000001', '0,0000000000000001 %', '0.0000000000000001%'],
  ])('the rate %s', (text, danish, english) => {
    const rate = rateFromText(text);
    expect([danishPercent(rate), englishPercent(rate)]).toEqual([danish, english]);
  });

  it.each<[string | bigint, string, string]>([
    ['12345.678', '12.345,678', '12,345.678'],
    [12_345_678_901_234_567_890n, '12.345.678.901.234.567.890', '12,345,678,901,234,567,890'],
    ['0.00000000000000000001', '0,00000000000000000001', '0.00000000000000000001'],
  ])('the number %s', (value, danish, english) => {
    expect([danishDecimal(value), englishDecimal(value)]).toEqual([danish, english]);
  });
});
