import type { ComponentChildren } from 'preact';
import { language } from '../language/language.ts';
import { compareDecimals, isDecimal } from '../numbers/decimal.ts';
import { count, figure, percent, percentChange } from '../numbers/format.ts';

/**
 * What the values of a column are; it decides how they are shown, sorted and given to a spreadsheet. An ordinal is a number that names,
 * such as a year or a row, and is never grouped.
 */
export type ColumnKind = 'text' | 'amount' | 'rate' | 'change' | 'count' | 'ordinal';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** As the API has it; undefined: there is none. */
  readonly value: (row: Row) => string | undefined;
  /** More than the plain value: an amount that can be explained, a link. */
  readonly cell?: (row: Row) => ComponentChildren;
}

const SHOWN: Readonly<Record<ColumnKind, (value: string) => string>> = {
  text: (value) => value,
  amount: figure,
  rate: percent,
  change: percentChange,
  count,
  ordinal: (value) => value,
};

/** The value as people read it. */
export function shown<Row>({ kind, value }: Column<Row>, row: Row): string {
  const plain = value(row);
  return plain === undefined ? '–' : SHOWN[kind](plain);
}

/** The order of two rows by a column: numbers by size, text by the alphabet of the page's language, what is missing last. */
export function compareBy<Row>({ value }: Column<Row>, first: Row, second: Row): number {
  const [left, right] = [value(first), value(second)];
  if (left === undefined || right === undefined)
    return Number(left === undefined) - Number(right === undefined);
  if (isDecimal(left) && isDecimal(right)) return compareDecimals(left, right);
  return left.localeCompare(right, language.value);
}
