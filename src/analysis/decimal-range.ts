import { invariant } from '../refusal.ts';

/** A decimal as it is written, held as a whole number of its smallest unit. */
interface WrittenDecimal {
  readonly units: bigint;
  readonly decimals: number;
}

/**
 * The values from a first to a last one in equal steps, exactly as decimals: `0.01`, `0.02` … `0.05`. The last value is left
 * out when the steps do not meet it.
 */
export interface DecimalRange {
  readonly count: number;
  /** How many decimals the values have. */
  readonly decimals: number;
  /** The first value and the step, in units of the last decimal. */
  readonly start: bigint;
  readonly width: bigint;
  /** The text of the value at a place from 0 on, with as many decimals as the range was given with. */
  readonly textAt: (place: number) => string;
}

/**
 * @param step > 0
 * @param decimals how many the texts have at least
 */
export function decimalRange(from: string, to: string, step: string, decimals = 0): DecimalRange {
  const [first, last, stride] = [written(from), written(to), written(step)];
  const scale = Math.max(decimals, first.decimals, last.decimals, stride.decimals);
  const [start, end, width] = [unitsAt(first, scale), unitsAt(last, scale), unitsAt(stride, scale)];
  invariant(width > 0n, 'a range goes upwards in steps above zero');
  return {
    count: end < start ? 0 : Number((end - start) / width) + 1,
    decimals: scale,
    start,
    width,
    textAt: (place) => decimalText(start + BigInt(place) * width, scale),
  };
}

/** The sum of two decimals, with the decimals of the longer. */
export function sumOfDecimals(first: string, second: string): string {
  const [augend, addend] = [written(first), written(second)];
  const scale = Math.max(augend.decimals, addend.decimals);
  return decimalText(unitsAt(augend, scale) + unitsAt(addend, scale), scale);
}

/** Decimals as whole numbers of the smallest unit that any of them has, and how many decimals that is. */
export function inCommonUnits(texts: readonly string[]): {
  readonly units: readonly bigint[];
  readonly decimals: number;
} {
  const values = texts.map(written);
  const decimals = values.reduce((most, value) => Math.max(most, value.decimals), 0);
  return { units: values.map((value) => unitsAt(value, decimals)), decimals };
}

/** Three decimals as whole numbers of the smallest unit that any of them has. */
export function commonUnits(texts: readonly [string, string, string]): [bigint, bigint, bigint] {
  const [first, second, third] = [written(texts[0]), written(texts[1]), written(texts[2])];
  const scale = Math.max(first.decimals, second.decimals, third.decimals);
  return [unitsAt(first, scale), unitsAt(second, scale), unitsAt(third, scale)];
}

export function negatedDecimal(text: string): string {
  const { units, decimals } = written(text);
  return decimalText(-units, decimals);
}

/** A minus before a zero goes with the fraction: `-0.5` is −5 tenths. */
function written(text: string): WrittenDecimal {
  const [whole = '', fraction = ''] = text.split('.');
  return { units: BigInt(whole + fraction), decimals: fraction.length };
}

function unitsAt({ units, decimals }: WrittenDecimal, scale: number): bigint {
  return units * 10n ** BigInt(scale - decimals);
}

export function decimalText(units: bigint, decimals: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}
