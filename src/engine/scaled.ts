import { type Rate, rateText } from '../money/rate.ts';

/** A decimal as a whole number: `digits` / 10^`scale`. Products need no common divisor, so nothing is ever reduced. */
export interface Scaled {
  readonly digits: bigint;
  readonly scale: number;
}

export const SCALED_ONE: Scaled = { digits: 1n, scale: 0 };
const SCALED_ZERO: Scaled = { digits: 0n, scale: 0 };

/** Rates are asked for again and again, so each is read once. */
const remembered = new WeakMap<Rate, Scaled>();

export function scaledRate(rate: Rate | undefined): Scaled {
  if (rate === undefined) return SCALED_ZERO;
  const known = remembered.get(rate);
  if (known !== undefined) return known;
  const [whole = '', decimals = ''] = rateText(rate).split('.');
  const scaled = { digits: BigInt(whole + decimals), scale: decimals.length };
  remembered.set(rate, scaled);
  return scaled;
}

export function timesScaled(first: Scaled, second: Scaled): Scaled {
  return { digits: first.digits * second.digits, scale: first.scale + second.scale };
}

export function plusScaled(first: Scaled, second: Scaled): Scaled {
  const scale = Math.max(first.scale, second.scale);
  return { digits: digitsAt(first, scale) + digitsAt(second, scale), scale };
}

/** 1 − share */
export function restOf({ digits, scale }: Scaled): Scaled {
  return { digits: powerOfTen(scale) - digits, scale };
}

/** The digits of the same decimal at a larger scale. */
export function digitsAt({ digits, scale }: Scaled, wanted: number): bigint {
  return wanted === scale ? digits : digits * powerOfTen(wanted - scale);
}

const powers: bigint[] = [1n];

export function powerOfTen(exponent: number): bigint {
  for (let next = powers.length; next <= exponent; next++) powers.push(10n * (powers[next - 1] ?? 1n));
  return powers[exponent] ?? 10n ** BigInt(exponent);
}
