import type { ReadCell } from '../table.ts';
import { excelNumber } from './excel-number.ts';
import { decodedText, type WorkbookParts } from './workbook-parts.ts';

/** A cell as a sheet's XML has it. */
export interface XmlCell {
  /** `n` number, `s` shared text, `inlineStr` or `str` text, `b` true or false, `d` a day, `e` an error. */
  readonly type: string;
  /** Its place in the file's list of styles. */
  readonly style: number;
  hasFormula: boolean;
  value: string | undefined;
  inline: string;
}

/** What the cell shows; text where a number is of no size that can be read exactly. */
export function cellValue(
  cell: XmlCell,
  { sharedStrings, datesByStyle, isFrom1904 }: WorkbookParts,
): ReadCell {
  const { type, style, value = '', inline } = cell;
  switch (type) {
    case 's':
      return sharedStrings[Number(value)] ?? '';
    case 'inlineStr':
      return decodedText(inline);
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      if (value === '') return '';
      return (
        (datesByStyle[style] === true ? dayOf(value, isFrom1904) : undefined) ?? excelNumber(value) ?? value
      );
    default:
      return decodedText(value);
  }
}

/** Day 60 of those from 1900 is a 29 February that never was: days are counted right from March 1900 on. */
const DAY_ZERO = Temporal.PlainDate.from('1899-12-30');
const DAY_ZERO_1904 = Temporal.PlainDate.from('1904-01-01');
const DAYS = /^\d{2,7}$/;

/** The day of that number; undefined for a time of day within it, which is no day. */
function dayOf(value: string, isFrom1904: boolean): Temporal.PlainDate | undefined {
  if (!DAYS.test(value)) return undefined;
  return (isFrom1904 ? DAY_ZERO_1904 : DAY_ZERO).add({ days: Number(value) });
}
