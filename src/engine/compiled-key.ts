import { greatestCommonDivisor } from '../money/exact.ts';

/**
 * Where products of two whole numbers are still divided without a rounding error (`divide-product.ts`): for
 * totals this is some twenty thousand billion kroner.
 */
export const SAFE_LIMIT = 2 ** 51;

/**
 * The weights of one column over the rows, ready to split any total: rows of weight zero left out, the rest whole
 * numbers without a common divisor. Safe ones are doubles that hold whole numbers, wide ones need more digits.
 */
export type CompiledKey =
  | {
      readonly kind: 'safe';
      /** Rows that weigh something, ascending. */
      readonly rows: Int32Array;
      readonly weights: Float64Array;
      readonly divisor: number;
    }
  | {
      readonly kind: 'wide';
      readonly rows: Int32Array;
      readonly weights: readonly bigint[];
      readonly divisor: bigint;
    };

/** @param weights whole numbers ≥ 0, one for each row */
export function compileKey(weights: readonly bigint[]): CompiledKey {
  const rows = Int32Array.from([...weights.keys()].filter((row) => weights[row] !== 0n));
  const common = commonDivisor(weights);
  const reduced = Array.from(rows, (row) => (weights[row] ?? 0n) / common);
  const divisor = reduced.reduce((sum, weight) => sum + weight, 0n) || 1n;
  if (divisor > SAFE_LIMIT) return { kind: 'wide', rows, weights: reduced, divisor };
  return { kind: 'safe', rows, weights: Float64Array.from(reduced, Number), divisor: Number(divisor) };
}

function commonDivisor(weights: readonly bigint[]): bigint {
  let common = 0n;
  for (const weight of weights) {
    common = greatestCommonDivisor(common, weight);
    if (common === 1n) break;
  }
  return common || 1n;
}
