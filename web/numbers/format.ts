import { type Language, language } from '../language/language.ts';
import { isDecimal } from './decimal.ts';

/**
 * Numbers as people read them. `Intl` takes decimals as text and rounds them exactly, so no amount passes through a binary
 * float on its way to the screen.
 */

/** `1.234,50 kr.`; in English `DKK 1,234.50`. */
export function kroner(amount: string): string {
  return withUnit(figure(amount));
}

/** `1.234,50`: where the heading of the column names the unit. */
export function figure(amount: string): string {
  return formatted(amount, TWO_DECIMALS);
}

/** `761,6 mio. kr.`: to be read at a distance; the exact amount stands nearby. */
export function kronerInShort(amount: string): string {
  return withUnit(formatted(amount, SHORT));
}

/** `+1.234,50 kr.` or `−1.234,50 kr.`: what something changes by. */
export function change(amount: string): string {
  return withUnit(formatted(amount, CHANGE));
}

/** `2,75 %`, from a fraction of one. */
export function percent(rate: string): string {
  return formatted(rate, PERCENT);
}

/** `+2,75 %` */
export function percentChange(rate: string): string {
  return formatted(rate, PERCENT_CHANGE);
}

/** `671.714` */
export function count(number: number | string): string {
  return formatted(String(number), COUNT);
}

/** A day of the API as people write it: `30. juni 2025`. */
export function day(text: string): string {
  return new Intl.DateTimeFormat(LOCALES[language.value], { dateStyle: 'long' }).format(new Date(text));
}

/** A moment of the API as people write it: `24. nov. 2026 21.08`. */
export function moment(text: string): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(LOCALES[language.value], style).format(new Date(text));
}

const LOCALES: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };

const TWO_DECIMALS = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
const SHORT = { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 1 } as const;
const CHANGE = { ...TWO_DECIMALS, signDisplay: 'exceptZero' } as const;
const PERCENT = { style: 'percent', minimumFractionDigits: 0, maximumFractionDigits: 2 } as const;
const PERCENT_CHANGE = { ...TWO_DECIMALS, style: 'percent', signDisplay: 'exceptZero' } as const;
const COUNT = { maximumFractionDigits: 6 } as const;

function withUnit(number: string): string {
  return language.value === 'da' ? `${number} kr.` : `DKK ${number}`;
}

function formatted(decimal: string, options: Intl.NumberFormatOptions): string {
  if (!isDecimal(decimal)) return decimal;
  return formatter(options).format(decimal);
}

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter takes a thousand times as long as using one. */
function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = LOCALES[language.value];
  const key = `${locale}${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, options);
  formatters.set(key, known);
  return known;
}
