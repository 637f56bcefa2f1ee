import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { type Ore, ore } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { pointerTo } from '../../src/pointer.ts';
import { readRows } from '../../tables/read-rows.ts';
import type { Cell } from '../../tables/table.ts';
import { excelNumber } from '../../tables/xlsx/excel-number.ts';
import { xlsxOf } from '../../tables/xlsx/write-xlsx.ts';
import { acceptedValue, refusalsOf } from '../results.ts';
import { visibleArb } from './visible-arb.ts';

/** The first sheet of a file, with its cells' XML changed. */
function changed(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  return zipSync({ ...files, [name]: strToU8(change(strFromU8(files[name] ?? new Uint8Array()))) });
}

function sheetXml(...cells: readonly Cell[]): string {
  const bytes = xlsxOf({ header: ['x'], rows: cells.map((cell) => [cell]) }, 'Ark');
  return strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
}

function placesOf(bytes: Uint8Array): string[] {
  return refusalsOf(readRows(bytes)).map(({ code, path }) => `${pointerTo(path)} ${code}`);
}

const ONE_CELL = xlsxOf({ header: ['beløb'], rows: [[ore(100n)]] }, 'Ark');

describe('a table written as XLSX', () => {
  it.each<[string, Cell, string]>([
    ['an amount with its two decimals', ore(-1234500n), '<v>-12345.00</v>'],
    ['a decimal', rateFromText('0.0275'), '<v>0.0275</v>'],
    ['a day as the number of days', Temporal.PlainDate.from('2026-01-01'), '<v>46023</v>'],
    ['the largest amount that Excel keeps', ore(999_999_999_999_999n), '<v>9999999999999.99</v>'],
    ['a larger amount as text', ore(1_000_000_000_000_000n), '<t xml:space="preserve">10000000000000,00</t>'],
    ['text that would be a formula as text', '=cmd()', '<t xml:space="preserve">=cmd()</t>'],
    ['text with markup', '<a> & "b"', '<t xml:space="preserve">&lt;a&gt; &amp; "b"</t>'],
    ['text without what cannot be seen', 'a\u202Eb\u0000', '<t xml:space="preserve">ab</t>'],
  ])('has %s', (_, cell, xml) => {
    expect(sheetXml(cell).replaceAll('&quot;', '"')).toContain(xml);
  });

  it('is the same bytes every time, wherever the clock stands', () => {
    const table = { header: ['a'], rows: [[ore(1n)]] };
    expect(xlsxOf(table, 'Ark')).toEqual(xlsxOf(structuredClone(table), 'Ark'));
  });

  it('is read alike by another library', async () => {
    const rows: Cell[][] = [
      ['Tårnby', ore(123450n), 7, Temporal.PlainDate.from('2026-02-16'), rateFromText('0.5'), ''],
    ];
    const bytes = xlsxOf({ header: ['a', 'b', 'c', 'd', 'e', 'f'], rows }, 'Ark [1]');
    const read = await readExcelFile(new Blob([Uint8Array.from(bytes)]));
    expect(read).toEqual([
      {
        sheet: 'Ark  1',
        data: [
          ['a', 'b', 'c', 'd', 'e', 'f'],
          ['Tårnby', 1234.5, 7, new Date('2026-02-16'), 0.5, null],
        ],
      },
    ]);
  });

  it('gives back every text that can be seen, every day, and every amount to the øre', () => {
    const dayArb = fc
      .integer({ min: 61, max: 80_000 })
      .map((days) => Temporal.PlainDate.from('1899-12-30').add({ days }));
    const amountArb: fc.Arbitrary<Ore> = fc
      .bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n })
      .map(ore);
    fc.assert(
      fc.property(visibleArb, dayArb, amountArb, (text, day, amount) => {
        const bytes = xlsxOf(
          { header: ['tekst', 'dag', 'beløb'], rows: [[text, day, amount, 'slut']] },
          'Ark',
        );
        const [, row = []] = acceptedValue(readRows(bytes));
        const [readText, readDay, readAmount] = row;
        expect(readText).toBe(text);
        expect(String(readDay)).toBe(String(day));
        expect(readAmount).toEqual(rateFromText(kroner(amount)));
      }),
    );
  });
});

function kroner(amount: Ore): string {
  const size = amount < 0n ? -amount : amount;
  return `${amount < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

describe('the number of a cell', () => {
  it.each([
    ['1.1000000000000001', '1.1'],
    ['2.75E-2', '0.0275'],
    ['9.9999999999999995E-1', '1'],
    ['0.30000000000000004', '0.3'],
    ['5798009883735', '5798009883735'],
    ['-1234.50', '-1234.5'],
    ['1E3', '1000'],
    ['-0', '0'],
  ])('%s is read as %s, digit by digit', (text, number) => {
    expect(excelNumber(text)).toEqual(rateFromText(number));
  });

  it.each(['1E300', '1E-300', 'NaN', '', '0x10', '1,5'])('"%s" is none that can be read exactly', (text) => {
    expect(excelNumber(text)).toBeUndefined();
  });
});

describe('an XLSX file from elsewhere', () => {
  it('may hold shared text in runs, formulas with their results, truth values and dates of its own form', () => {
    const shared = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
      <si><r><t>Tår</t></r><r><t>nby</t></r><rPh><t>x</t></rPh></si></sst>`;
    const cells = `<c r="A2" t="s"><v>0</v></c><c r="C2"><f>1+1</f><v>2</v></c><c t="b"><v>1</v></c>
      <c r="F2" t="str"><f>A2</f><v>Tårnby</v></c>`;
    const files = unzipSync(
      changed(ONE_CELL, (xml) => xml.replace(/<row r="2">.*<\/row>/s, `<row>${cells}</row>`)),
    );
    const rows = acceptedValue(readRows(zipSync({ ...files, 'xl/sharedStrings.xml': strToU8(shared) })));
    expect(rows[1]).toEqual(['Tårnby', '', rateFromText('2'), 'TRUE', '', 'Tårnby']);
  });

  it.each<[string, (xml: string) => string, string[]]>([
    ['an error', (xml) => xml.replace('<c r="A2"', '<c r="A2" t="e"'), ['/rows/2/A cell_error']],
    [
      'a formula never computed',
      (xml) => xml.replace(/<v>1.00<\/v>/, '<f>1+1</f>'),
      ['/rows/2/A cell_not_computed'],
    ],
    [
      'a cell a million rows down',
      (xml) => xml.replace('<row r="2">', '<row r="1048576">'),
      ['/rows/1048576/A cell_too_far'],
    ],
    ['a broken sheet', (xml) => xml.slice(0, -20), [' table_not_readable']],
  ])('with %s is refused', (_, change, places) => {
    expect(placesOf(changed(ONE_CELL, change))).toEqual(places);
  });

  it.each<[string, Uint8Array]>([
    ['that is cut off', ONE_CELL.slice(0, 300)],
    ['without a sheet', zipSync({ 'a.xml': strToU8('<a/>') })],
  ])('%s is refused', (_, bytes) => {
    expect(placesOf(bytes)).toEqual([' table_not_readable']);
  });

  it('that would unpack to more than 64 MB is refused before it is unpacked', () => {
    const zeros = new Uint8Array(65 * 1024 * 1024);
    const bomb = zipSync({ ...unzipSync(ONE_CELL), 'xl/sharedStrings.xml': zeros });
    expect(bomb.length).toBeLessThan(100_000);
    expect(placesOf(bomb)).toEqual([' table_too_large']);
  });
});
