import { multiplyRates, RATE_FORM, rateFromText, rateText } from '../../src/money/rate.ts';
import type { PlanColumn } from './columns.ts';

/** What people and spreadsheets write for a value, brought to the form that a document has. */
export function readCell(column: PlanColumn, cell: string): string {
  const text = cell.trim();
  return READERS[column]?.(text) ?? text;
}

const READERS: Partial<Record<PlanColumn, (text: string) => string>> = {
  municipality: withLeadingZeros,
  validFrom: isoDate,
  validTo: isoDate,
  share: plainDecimal,
};

const CODE_DIGITS = 4;
const ONE_HUNDREDTH = rateFromText('0.01');

/** Spreadsheets take 0101 for a number and drop its zero. */
function withLeadingZeros(text: string): string {
  return /^\d+$/.test(text) ? text.padStart(CODE_DIGITS, '0') : text;
}

/** A Danish date, 31-12-2026 or 31.12.2026, as 2026-12-31. */
function isoDate(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text) ?? [];
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** `0,55` or `55 %` as `0.55`. */
function plainDecimal(text: string): string {
  const decimal = text.replace(',', '.');
  const percent = decimal.replace(/\s*%$/, '');
  if (percent === decimal || !RATE_FORM.test(percent)) return decimal;
  return rateText(multiplyRates([rateFromText(percent), ONE_HUNDREDTH]));
}
