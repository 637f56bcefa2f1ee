import { greatestCommonDivisor } from '../../src/money/exact.ts';
import type { Fraction } from '../../src/prioritisation/selection/fraction.ts';

const RATIO_DIGITS = 9;
/** Decimals that a reader can tell apart; more where the number ends there. */
const PLACES = 6;
/** The most that decimals of requests have, so that their sums come out whole. */
const MOST_PLACES = 18;

/** The decimal that a fraction is, where it ends; otherwise the nearest with six decimals, half away from zero. */
export function decimalText(fraction: Fraction): string {
  return endsWithin(fraction, MOST_PLACES)
    ? rounded(fraction, MOST_PLACES, 'nearest')
    : rounded(fraction, PLACES, 'nearest');
}

/** The decimal of a price or ratio, which may be very small: the nearest with nine digits that say something. */
export function decimalOfRatio(fraction: Fraction): string {
  if (endsWithin(fraction, MOST_PLACES)) return rounded(fraction, MOST_PLACES, 'nearest');
  const whole = fraction.denominator / (fraction.numerator || 1n);
  const zeros = whole === 0n ? 0 : String(whole).length - 1;
  return rounded(fraction, Math.min(MOST_PLACES, zeros + RATIO_DIGITS), 'nearest');
}

/** Not above the fraction: what is less than all of something never reads as all of it. */
export function decimalNotAbove(fraction: Fraction): string {
  return rounded(fraction, PLACES, 'down');
}

/** Not below the fraction: what bounds something never reads as less. */
export function decimalNotBelow(fraction: Fraction): string {
  const { numerator, denominator } = fraction;
  if (endsWithin(fraction, MOST_PLACES)) return rounded(fraction, MOST_PLACES, 'nearest');
  return rounded({ numerator: numerator + denominator / 10n ** BigInt(PLACES), denominator }, PLACES, 'down');
}

/** Kroner from øre, with as many decimals as there are. */
export function kroner({ numerator, denominator }: Fraction): Fraction {
  return { numerator, denominator: denominator * 100n };
}

/** `5000000/49`, in lowest terms; a whole number stands alone. */
export function fractionText({ numerator, denominator }: Fraction): string {
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  const below = denominator / divisor;
  return below === 1n ? String(numerator / divisor) : `${numerator / divisor}/${below}`;
}

export function endsWithin({ numerator, denominator }: Fraction, places: number): boolean {
  return (numerator * 10n ** BigInt(places)) % denominator === 0n;
}

function rounded({ numerator, denominator }: Fraction, places: number, towards: 'nearest' | 'down'): string {
  const scale = 10n ** BigInt(places);
  const magnitude = (numerator < 0n ? -numerator : numerator) * scale;
  const digits =
    towards === 'nearest' ? (2n * magnitude + denominator) / (2n * denominator) : magnitude / denominator;
  const text = String(digits).padStart(places + 1, '0');
  const fraction = text.slice(-places).replace(/0+$/, '');
  const sign = numerator < 0n && digits > 0n ? '-' : '';
  return `${sign}${text.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`;
}
