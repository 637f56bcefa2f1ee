import { type Exact, terms } from '../money/exact.ts';

/** An exact value as a fraction in lowest terms: `"-7/2"`, or `"3"` when it is whole. */
export function fractionText(value: Exact): string {
  const { numerator, denominator } = terms(value);
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/**
 * An exact value as decimal text with at most so many decimals (rounded half away from zero), and no zeros at
 * the end: `"-3.5"`. For reading only; `fractionText` is exact.
 */
export function decimalText(value: Exact, decimals: number): string {
  const { numerator, denominator } = terms(value);
  const scale = 10n ** BigInt(decimals);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const scaled = (2n * magnitude * scale + denominator) / (2n * denominator);
  const fraction = String(scaled % scale)
    .padStart(decimals, '0')
    .replace(/0+$/, '');
  const sign = numerator < 0n && scaled > 0n ? '-' : '';
  return `${sign}${scaled / scale}${fraction === '' ? '' : `.${fraction}`}`;
}
