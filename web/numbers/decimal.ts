/** A decimal as the API writes it: `1234.50`, `-0.05`, `0.0275`. */
export type Decimal = `${number}`;

const DECIMAL_FORM = /^-?\d+(\.\d+)?$/;

export function isDecimal(text: string): text is Decimal {
  return DECIMAL_FORM.test(text);
}

/** Which of two decimals is larger, exactly: their digits are compared, never binary floats. */
export function compareDecimals(first: string, second: string): number {
  const places = Math.max(placesOf(first), placesOf(second));
  const difference = scaled(first, places) - scaled(second, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** −1, 0 or 1. */
export function signOf(decimal: string): number {
  return compareDecimals(decimal, '0');
}

function withoutSign(decimal: string): string {
  return decimal.replace(/^-/, '');
}

/** The decimal times ten to the power of `places`, by moving its point: `moveThePoint('4.5', -2)` is `0.045`. */
export function moveThePoint(decimal: string, places: number): string {
  const sign = decimal.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = withoutSign(decimal).split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? `${'0'.repeat(1 - point)}${digits}` : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at);
  return `${sign}${left}${right === '' ? '' : `.${right}`}`;
}

/** Without zeros at the end that say nothing, but with at least so many decimals. */
export function trimZeros(decimal: string, atLeast = 0): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(atLeast, '0');
  return kept === '' ? whole : `${whole}.${kept}`;
}

function placesOf(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}

function scaled(decimal: string, places: number): bigint {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
