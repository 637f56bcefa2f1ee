import { language } from '../language/language.ts';
import { isDecimal, moveThePoint } from './decimal.ts';

/**
 * The decimal that somebody wrote or pasted, as the API wants it; undefined where it is none. Danish is read as Danish
 * (`1.234,50 kr.`), English as English, and what can only be meant one way in any language: `1,234.50`.
 */
export function readDecimal(text: string): string | undefined {
  const bare = text
    .replace(/[\s ]|kr\.?|dkk|%/gi, '')
    .replace(/^[−–]/, '-')
    .replace(/^\+/, '');
  const plain = bare.replaceAll(thousandsMark(bare), '').replace(',', '.');
  return isDecimal(plain) ? plain.replace(/^(-?)0+(?=\d)/, '$1') : undefined;
}

/** `4`, `4,0` or `4 %`, as a fraction of one: `0.04`. */
export function readPercent(text: string): string | undefined {
  const decimal = readDecimal(text);
  return decimal === undefined ? undefined : moveThePoint(decimal, -2);
}

/** Kroner with the two decimals that money has on the wire; undefined where there are more. */
export function readKroner(text: string): string | undefined {
  const [whole, fraction = ''] = readDecimal(text)?.split('.') ?? [];
  if (whole === undefined || fraction.length > 2) return undefined;
  return `${whole}.${fraction.padEnd(2, '0')}`;
}

/** What groups the digits: the mark that comes first of two, or the language's own where it groups by three. */
function thousandsMark(text: string): '.' | ',' {
  const [point, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (point >= 0 && comma >= 0) return point < comma ? '.' : ',';
  const own = language.value === 'da' ? '.' : ',';
  const isGrouped = own === '.' ? POINT_GROUPS.test(text) : COMMA_GROUPS.test(text);
  if (isGrouped) return own;
  return point >= 0 ? ',' : '.';
}

const POINT_GROUPS = /^-?\d{1,3}(\.\d{3})+$/;
const COMMA_GROUPS = /^-?\d{1,3}(,\d{3})+$/;
