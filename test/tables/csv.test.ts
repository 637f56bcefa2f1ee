import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ore } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { pointerTo } from '../../src/pointer.ts';
import { readCsv } from '../../tables/csv/read-csv.ts';
import { csvOf } from '../../tables/csv/write-csv.ts';
import { acceptedValue, refusalsOf } from '../results.ts';
import { visibleArb } from './visible-arb.ts';

const encoder = new TextEncoder();

function rowsOf(text: string): string[][] {
  return acceptedValue(readCsv(encoder.encode(text)));
}

describe('a table written as CSV', () => {
  it('begins with a byte order mark, separates by semicolon and ends lines with CRLF', () => {
    const text = csvOf({ header: ['navn', 'beløb'], rows: [['Tårnby', ore(123450n)]] });
    expect(text).toBe('\uFEFFnavn;beløb\r\nTårnby;1234,50\r\n');
  });

  it.each([
    ['a negative amount', ore(-5n), '-0,05'],
    ['no amount', ore(0n), '0,00'],
    ['a large amount', ore(123456789012345678n), '1234567890123456,78'],
    ['a whole number', -2026, '-2026'],
    ['a decimal', rateFromText('-0.0275'), '-0,0275'],
    ['a day', Temporal.PlainDate.from('2026-01-31'), '2026-01-31'],
    ['text that would be a formula', '=1+1', "'=1+1"],
    ['text that begins with a minus', '-1', "'-1"],
    ['text that begins with an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['text that begins with a tab', '\t=1', "'\t=1"],
    ['text that begins with an apostrophe and is a formula', "'=1", "''=1"],
    ['text with a semicolon', 'a;b', '"a;b"'],
    ['text with quotes', 'a "b"', '"a ""b"""'],
    ['text with a line break', 'a\nb', '"a\nb"'],
    ['text with the line break of old Macs', 'a\rb', '"a\rb"'],
    ['text that turns the direction of writing', 'a\u202Eb\u0000', 'ab'],
  ])('has %s so that a spreadsheet reads what was meant', (_what, cell, written) => {
    expect(csvOf({ header: ['x'], rows: [[cell]] })).toBe(`\uFEFFx\r\n${written}\r\n`);
  });

  it('gives back every text that can be seen', () => {
    const rowArb = fc.array(visibleArb, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(rowArb, { minLength: 1, maxLength: 5 }), (rows) => {
        const [header = [], ...below] = rows;
        expect(rowsOf(csvOf({ header, rows: below }))).toEqual(rows);
      }),
    );
  });
});

describe('a CSV file', () => {
  it.each([
    ['semicolons', 'a;b\r\n1,5;2'],
    ['tabs', 'a\tb\n1,5\t2'],
    ['commas', 'a,b\n"1,5",2'],
    ['the line ends of old Macs', 'a;b\r1,5;2'],
  ])('may have %s', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
  });

  it('may have line breaks in quoted text, which do not count as rows, and empty rows, which do', () => {
    expect(rowsOf('a;b\n"1\n\n""2""";3\n\n4;5\n')).toEqual([['a', 'b'], ['1\n\n"2"', '3'], [''], ['4', '5']]);
  });

  it('tells its separator by the first row, whatever stands in quotes there', () => {
    expect(rowsOf('"a,b,c,d";e\n1;2')).toEqual([
      ['a,b,c,d', 'e'],
      ['1', '2'],
    ]);
  });

  it.each([
    ['Windows-1252, as Danish Excel saves it', Uint8Array.from([0x52, 0xf8, 0x6e, 0x3b, 0xc5])],
    ['UTF-16 with its mark', Uint8Array.from([0xff, 0xfe, ...Buffer.from('Røn;Å', 'utf16le')])],
    ['UTF-8 with its mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...encoder.encode('Røn;Å')])],
  ])('may be in %s', (_, bytes) => {
    expect(acceptedValue(readCsv(bytes))).toEqual([['Røn', 'Å']]);
  });

  it.each([
    ['a;b\nx;"y', '/rows/2'],
    ['a;b\nx;y\n"x"y;z', '/rows/3'],
  ])('with a quotation mark that is not closed is refused with its row', (text, place) => {
    const refusals = refusalsOf(readCsv(encoder.encode(text)));
    expect(refusals.map(({ code, path }) => `${pointerTo(path)} ${code}`)).toEqual([`${place} csv_quotes`]);
  });
});
