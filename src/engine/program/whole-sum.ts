import { digitsAt, powerOfTen, type Scaled } from '../scaled.ts';

/** A decimal that is one plus numbers times weights, times a power of ten that makes it whole: `unit + Σ multiplier · number`. */
export interface WholeSum {
  readonly unit: number;
  readonly places: Int32Array;
  readonly multipliers: Float64Array;
}

/** A number, by its place among all, and its weight. */
export type Weighted = readonly [place: number, weight: Scaled];

/** Sums of doubles below this are exact, whatever their order. */
export const EXACT_BELOW = 2 ** 52;

/** How many decimals one plus the numbers times their weights has. */
export function decimalsOf(terms: readonly Weighted[], scaleOf: (place: number) => number): number {
  return Math.max(0, ...terms.map(([place, { scale }]) => scale + scaleOf(place)));
}

export function wholeSum(
  terms: readonly Weighted[],
  decimals: number,
  scaleOf: (place: number) => number,
): WholeSum {
  return {
    unit: Number(powerOfTen(decimals)),
    places: Int32Array.from(terms, ([place]) => place),
    multipliers: Float64Array.from(terms, ([place, weight]) =>
      Number(digitsAt(weight, decimals - scaleOf(place))),
    ),
  };
}

/** The sum where the numbers are whole multiples of their own power of ten; NaN when it is not above zero or doubles cannot hold it exactly. */
export function sumAt({ unit, places, multipliers }: WholeSum, numbers: Float64Array): number {
  let sum = unit;
  let size = unit;
  for (let term = 0; term < places.length; term++) {
    const product = (numbers[places[term] ?? 0] ?? 0) * (multipliers[term] ?? 0);
    sum += product;
    size += Math.abs(product);
  }
  return sum > 0 && size < EXACT_BELOW ? sum : Number.NaN;
}
