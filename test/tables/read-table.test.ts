import { describe, expect, it } from 'vitest';
import { ore } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { pointerTo } from '../../src/pointer.ts';
import {
  codeCell,
  dateCell,
  decimalCell,
  moneyCell,
  textCell,
  wholeCell,
} from '../../tables/cell-readers.ts';
import { needed, optional, readTable, sparse } from '../../tables/read-table.ts';
import type { ReadCell, ReadRows } from '../../tables/table.ts';
import { acceptedValue, refusalsOf } from '../results.ts';

const FORM = {
  municipality: needed(codeCell(4)),
  amount: needed(moneyCell),
  share: sparse(decimalCell),
  day: optional(dateCell),
  count: optional(wholeCell),
  note: optional(textCell),
};
const HEADER = Object.keys(FORM);

function placesOf(rows: ReadRows): string[] {
  return refusalsOf(readTable(rows, FORM)).map(({ code, path }) => `${pointerTo(path)} ${code}`);
}

function cellsOf(...cells: readonly ReadCell[]) {
  return acceptedValue(readTable([HEADER, cells], FORM))[0]?.cells;
}

describe('a table', () => {
  it('is read by the names of its columns, in any order and case, and numbers rows as the spreadsheet does', () => {
    const rows = [
      ['Amount', '', 'SHARE', 'municipality'],
      [],
      ['1,50', '', '', '101'],
      [' ', ''],
      ['2', '', '1', '0851'],
    ];
    const read = acceptedValue(readTable(rows, FORM));
    expect(read.map(({ row }) => row)).toEqual([3, 5]);
    expect(read[0]?.cells).toMatchObject({ municipality: '0101', amount: ore(150n), share: undefined });
  });

  it('holds exact amounts, decimals, days and whole numbers, as people and spreadsheets write them', () => {
    const expected = {
      municipality: '0101',
      amount: ore(-123450n),
      day: '2026-12-31',
      count: 1234567,
      note: '=1',
    };
    expect(cellsOf('0101', '-1.234,50 kr.', '2,75 %', '31.12.2026', '1.234.567', '=1')).toMatchObject(
      expected,
    );
    const share = rateFromText('0.0275');
    const day = Temporal.PlainDate.from('2026-12-31');
    const read = cellsOf(
      rateFromText('101'),
      rateFromText('-1234.5'),
      share,
      day,
      rateFromText('1234567'),
      '=1',
    );
    expect(read).toMatchObject({ ...expected, share });
  });

  it.each<[string, ReadRows, string[]]>([
    [
      'nothing at all',
      [],
      [
        '/rows/1/municipality column_missing',
        '/rows/1/amount column_missing',
        '/rows/1/share column_missing',
      ],
    ],
    ['an unknown column', [[...HEADER, 'ean']], ['/rows/1/ean column_unknown']],
    ['a column twice', [[...HEADER, 'NOTE']], ['/rows/1/note column_repeated']],
    ['an empty cell that is needed', [HEADER, ['0101', '', '1']], ['/rows/2/amount cell_missing']],
    [
      'a cell beyond the last column',
      [HEADER, ['0101', '1', '', '', '', '', 'Vej 1']],
      ['/rows/2 cell_outside_columns'],
    ],
    ['an ambiguous amount', [HEADER, ['0101', '1.234']], ['/rows/2/amount cell_ambiguous']],
    ['a third decimal of kroner', [HEADER, ['0101', '1,234']], ['/rows/2/amount cell_not_in_ore']],
    [
      'an amount of fourteen digits',
      [HEADER, ['0101', '12345678901234,00']],
      ['/rows/2/amount cell_number_range'],
    ],
    [
      'a day for an amount',
      [HEADER, ['0101', Temporal.PlainDate.from('2026-01-01')]],
      ['/rows/2/amount cell_not_number'],
    ],
    ['half a thing', [HEADER, ['0101', '1', '', '', '1,5']], ['/rows/2/count cell_not_whole']],
    ['the 31st of February', [HEADER, ['0101', '1', '', '31-02-2026']], ['/rows/2/day cell_not_date']],
    [
      'everything at once',
      [HEADER, ['0101', 'x'], ['0101', '1', 'y']],
      ['/rows/2/amount cell_not_number', '/rows/3/share cell_not_number'],
    ],
  ])('is refused with row and column for %s', (_, rows, places) => {
    expect(placesOf(rows)).toEqual(places);
  });
});
