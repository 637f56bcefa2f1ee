import { KRONER_FORM, type Ore, oreFromKroner } from '../src/money/ore.ts';
import { multiplyRates, RATE_FORM, type Rate, rateFromText, rateText } from '../src/money/rate.ts';
import { writtenNumber } from './decimal-text.ts';
import type { ReadCell } from './table.ts';
import type { TableRefusalCode } from './table-refusals.ts';

/** What a cell holds, or what is wrong with it. */
export type CellReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: TableRefusalCode };

/** Reads a cell that is not empty. */
export type CellReader<Value> = (cell: ReadCell) => CellReading<Value>;

/** Any cell as text; numbers with a decimal point, days as YYYY-MM-DD. */
export const textCell: CellReader<string> = (cell) => read(cellText(cell));

/** A code of so many digits, such as a municipality's; spreadsheets take it for a number and drop its zeros. */
export function codeCell(digits: number): CellReader<string> {
  return (cell) => {
    const text = cellText(cell);
    return read(/^\d+$/.test(text) ? text.padStart(digits, '0') : text);
  };
}

/** Kroner with at most two decimals, as exact øre; `kr.` may stand after them. */
export const moneyCell: CellReader<Ore> = (cell) => {
  const decimal = decimalText(typeof cell === 'string' ? cell.replace(/\s*kr\.?$/i, '') : cell);
  if (!decimal.ok) return decimal;
  const [whole = '', decimals = ''] = decimal.value.split('.');
  const cents = decimals.replace(/0+$/, '');
  if (cents.length > 2) return unread('cell_not_in_ore');
  const kroner = `${whole}.${cents.padEnd(2, '0')}`;
  return KRONER_FORM.test(kroner) ? read(oreFromKroner(kroner)) : unread('cell_number_range');
};

/** An exact decimal; `2,75 %` is 0.0275. */
export const decimalCell: CellReader<Rate> = (cell) => {
  const [, percent] = /^(.*?)\s*%$/.exec(typeof cell === 'string' ? cell.trim() : '') ?? [];
  const decimal = decimalText(percent ?? cell);
  if (!decimal.ok) return decimal;
  const rate = rateFromText(decimal.value);
  return read(percent === undefined ? rate : multiplyRates([rate, ONE_HUNDREDTH]));
};

const ONE_HUNDREDTH = rateFromText('0.01');

/** A whole number that a JavaScript number holds exactly. */
export const wholeCell: CellReader<number> = (cell) => {
  const decimal = decimalText(cell);
  if (!decimal.ok) return decimal;
  const whole = decimal.value.replace(/\.0*$/, '');
  if (whole.includes('.')) return unread('cell_not_whole');
  return read(Number(whole));
};

/** A day, YYYY-MM-DD; Danes write 31-12-2026, 31.12.2026 or 31/12/2026. */
export const dateCell: CellReader<string> = (cell) => {
  const text = cellText(cell);
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text) ?? [];
  const date = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? read(date) : unread('cell_not_date');
};

function isDay(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false;
  try {
    return String(Temporal.PlainDate.from(date, { overflow: 'reject' })) === date;
  } catch {
    return false;
  }
}

/** What a cell shows when taken as text. */
export function cellText(cell: ReadCell): string {
  if (typeof cell === 'string') return cell.trim();
  return cell instanceof Temporal.PlainDate ? String(cell) : rateText(cell);
}

/** Plain decimal text of a size that money and rates may have. */
function decimalText(cell: ReadCell): CellReading<string> {
  if (cell instanceof Temporal.PlainDate) return unread('cell_not_number');
  if (typeof cell !== 'string') return read(rateText(cell));
  const written = writtenNumber(cell);
  if (written.kind === 'ambiguous') return unread('cell_ambiguous');
  if (written.kind === 'none') return unread('cell_not_number');
  return RATE_FORM.test(written.text) ? read(written.text) : unread('cell_number_range');
}

function read<Value>(value: Value): CellReading<Value> {
  return { ok: true, value };
}

function unread(code: TableRefusalCode): CellReading<never> {
  return { ok: false, code };
}
