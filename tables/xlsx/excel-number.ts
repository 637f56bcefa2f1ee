import { RATE_FORM, type Rate, rateFromText } from '../../src/money/rate.ts';

/** A spreadsheet keeps so many digits of a number; what its file has beyond them is the shadow of a binary float. */
export const EXCEL_DIGITS = 15;

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[Ee]([+-]?\d{1,3}))?$/;

/**
 * The number that a spreadsheet shows for the text in its file: `2.75E-2` is 0.0275, and `1.1000000000000001` is 1.1, since Excel writes 17
 * digits of a number of which it keeps 15. Read digit by digit, never as a binary float; undefined where the text is no number, or none
 * of a size that `Rate` can have.
 */
export function excelNumber(text: string): Rate | undefined {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text.trim()) ?? [];
  if (whole === '') return undefined;
  const { digits, scale } = keptDigits(`${whole}${fraction}`, fraction.length - Number(exponent));
  const plain = withPoint(digits, scale);
  const decimal = plain === '0' ? plain : `${sign}${plain}`;
  return RATE_FORM.test(decimal) ? rateFromText(decimal) : undefined;
}

/** The digits of a number and how many of them stand after the point, rounded half up to those that count. */
function keptDigits(written: string, scale: number): { digits: bigint; scale: number } {
  const significant = written.replace(/^0+/, '');
  const beyond = Math.max(0, significant.length - EXCEL_DIGITS);
  const step = 10n ** BigInt(beyond);
  const digits = BigInt(significant === '' ? '0' : significant);
  return { digits: (digits + step / 2n) / step, scale: scale - beyond };
}

function withPoint(digits: bigint, scale: number): string {
  if (scale <= 0) return String(digits * 10n ** BigInt(-scale));
  const padded = String(digits).padStart(scale + 1, '0');
  const decimal = `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
  return decimal.replace(/\.?0+$/, '') || '0';
}
