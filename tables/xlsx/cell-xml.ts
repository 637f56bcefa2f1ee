import { kronerFromOre } from '../../src/money/ore.ts';
import { rateText } from '../../src/money/rate.ts';
import { isFormulaLike } from '../formula-guard.ts';
import type { Cell } from '../table.ts';
import { visibleText } from '../visible-text.ts';
import { EXCEL_DIGITS } from './excel-number.ts';
import { cellName, type SheetCell } from './sheet.ts';
import { type StyleName, styleIndex } from './styles.ts';
import type { Xml } from './xml.ts';

/** What a cell is to the spreadsheet: text, or a number as exact decimal text, and its usual look. */
interface Written {
  readonly text?: string;
  readonly number?: string;
  readonly style: StyleName;
}

/** An element of a row; undefined for a cell with nothing in it. */
export function cellXml({ value, formula, style }: SheetCell, column: number, row: number): Xml | undefined {
  const written = writtenCell(value);
  if (written.text === '' && formula === undefined && style === undefined) return undefined;
  const place = { '@r': cellName(column, row), '@s': String(styleIndex(style ?? written.style)) };
  const { text, number } = written;
  if (formula !== undefined)
    return { ...place, ...(number === undefined && { '@t': 'str' }), f: formula, v: number ?? text };
  if (number !== undefined) return { ...place, v: number };
  if (text === '') return place;
  return { ...place, '@t': 'inlineStr', is: { t: { '@xml:space': 'preserve', '#': text } } };
}

function writtenCell(cell: Cell): Written {
  switch (typeof cell) {
    case 'string':
      return { text: sheetText(cell), style: isFormulaLike(cell) ? 'quoted' : 'text' };
    case 'number':
      return writtenNumber(String(cell), 'whole');
    case 'bigint':
      return writtenNumber(kronerFromOre(cell), 'money');
    default:
      return cell instanceof Temporal.PlainDate
        ? writtenDate(cell)
        : writtenNumber(rateText(cell), 'decimal');
  }
}

/** A number with more digits than a spreadsheet keeps would lose its last ones: it is written as text, as Danes write it. */
function writtenNumber(decimal: string, style: StyleName): Written {
  const digits = decimal.replace(/^-?[0.]*|\./g, '').length;
  return digits > EXCEL_DIGITS
    ? { text: decimal.replace('.', ','), style: 'long' }
    : { number: decimal, style };
}

/** Day 1 is 1 January 1900, and there is a day 60 that never was; so days are counted right from March 1900 on. */
const DAY_ZERO = Temporal.PlainDate.from('1899-12-30');
const FIRST_DAY = Temporal.PlainDate.from('1900-03-01');

function writtenDate(date: Temporal.PlainDate): Written {
  if (Temporal.PlainDate.compare(date, FIRST_DAY) < 0) return { text: String(date), style: 'text' };
  return { number: String(DAY_ZERO.until(date, { largestUnit: 'days' }).days), style: 'date' };
}

/** What a cell's text may be at most; Excel repairs a file that has more. */
const MOST_CHARACTERS = 32_767;

/** Spreadsheets read `_x0041_` as A, so an underscore that would begin such a code is written as a code itself. */
function sheetText(text: string): string {
  const shown = visibleText(text).slice(0, MOST_CHARACTERS);
  return shown.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
