import { greatestCommonDivisor } from '../../money/exact.ts';
import { type Rate, rateText } from '../../money/rate.ts';

/** Decimals as whole numbers of one unit: the decimal is number / perOne. */
export interface WholeNumbers {
  readonly numbers: readonly bigint[];
  /** A power of ten: how many of the unit make 1. */
  readonly perOne: bigint;
}

/** Exact, and the same for every order of the list but for the order of the numbers. */
export function wholeNumbers(decimals: readonly Rate[]): WholeNumbers {
  const texts = decimals.map(rateText);
  let places = 0;
  for (const text of texts) places = Math.max(places, decimalPlaces(text));
  const known = new Map<string, bigint>();
  const numbers = texts.map((text) => {
    const seen = known.get(text);
    if (seen !== undefined) return seen;
    const number = BigInt(text.replace('.', '') + '0'.repeat(places - decimalPlaces(text)));
    known.set(text, number);
    return number;
  });
  return { numbers, perOne: 10n ** BigInt(places) };
}

/** Of whole numbers above 0. */
export function leastCommonMultiple(first: bigint, second: bigint): bigint {
  return (first / greatestCommonDivisor(first, second)) * second;
}

function decimalPlaces(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}
