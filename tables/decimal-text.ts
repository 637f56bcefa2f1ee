/** What a text is as a number: plain decimal text (`-1234.5`), a number in two ways, or none. */
export type WrittenNumber =
  | { readonly kind: 'decimal'; readonly text: string }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'none' };

const SIGNED = /^([+\-−]?)(\d.*)$/;
const WITH_COMMA = /^\d+(,\d+)?$/;
const DANISH_GROUPS = /^\d{1,3}([. \u00A0\u202F]\d{3})+(,\d+)?$/;
const WITH_POINT = /^\d+\.\d+$/;
const ENGLISH_GROUPS = /^\d{1,3}(,\d{3})+\.\d+$/;
/** One point and three digits: a thousands separator to Danes, a decimal point to programs. Nothing is grouped after a zero. */
const EITHER_WAY = /^[1-9]\d{0,2}\.\d{3}$/;

/**
 * Reads a number as people and programs write it: `1234,50`, `1.234,50`, `1 234,50`, `1234.50`, `1,234.50`. A comma alone is the decimal
 * comma. A point alone is the decimal point, except that `1.234` is ambiguous; `1.234.567` is grouped, and `0.123` and `1234.567` are
 * not.
 */
export function writtenNumber(text: string): WrittenNumber {
  const [, sign = '', digits = ''] = SIGNED.exec(text.trim()) ?? [];
  if (EITHER_WAY.test(digits)) return { kind: 'ambiguous' };
  const plain = plainDigits(digits);
  if (plain === undefined) return { kind: 'none' };
  const shortest = plain.replace(/^0+(?=\d)/, '');
  return { kind: 'decimal', text: sign === '' || sign === '+' ? shortest : `-${shortest}` };
}

function plainDigits(digits: string): string | undefined {
  const isGrouped = DANISH_GROUPS.test(digits) && !/^0\.\d{3}$/.test(digits);
  if (WITH_COMMA.test(digits) || isGrouped) return digits.replace(/[^\d,]/g, '').replace(',', '.');
  if (WITH_POINT.test(digits) || ENGLISH_GROUPS.test(digits)) return digits.replaceAll(',', '');
  return undefined;
}
