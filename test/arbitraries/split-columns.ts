import fc from 'fast-check';
import { exactFromInteger } from '../../src/money/exact.ts';
import { type Ore, ore } from '../../src/money/ore.ts';
import type { SplitColumn } from '../../src/money/two-way-split.ts';
import { HUGE_ORE, oreArb } from './ore.ts';
import { weightsArb } from './weights.ts';

/** A column whose weights are whole numbers, so that bounds can be checked without the core's own fractions. */
export interface WholeColumn {
  readonly total: Ore;
  readonly weights: readonly bigint[];
}

/** The same columns as the split takes them; columns that share a list of weights go on sharing it. */
export function splitColumnsOf(columns: readonly WholeColumn[]): SplitColumn[] {
  const exact = new Map(columns.map(({ weights }) => [weights, weights.map(exactFromInteger)]));
  return columns.map(({ total, weights }) => ({ total, weights: exact.get(weights) ?? [] }));
}

/** Sparse and dense matrices small enough to read, huge and negative totals, columns that share their weights. */
export function wholeColumnsArb(most: {
  readonly rows: number;
  readonly columns: number;
}): fc.Arbitrary<WholeColumn[]> {
  return fc
    .record({ rows: fc.integer({ min: 1, max: most.rows }), zeros: fc.constantFrom(0, 3, 8) })
    .chain(({ rows, zeros }) => {
      const weights = weightsArb(rows, zeros);
      return fc
        .record({
          keys: fc.array(weights, { minLength: 1, maxLength: most.columns }),
          columns: fc.array(fc.record({ total: oreArb, key: fc.nat() }), {
            minLength: 1,
            maxLength: most.columns,
          }),
        })
        .map(({ keys, columns }) =>
          columns.map(({ total, key }) => ({ total, weights: keys[key % keys.length] ?? [] })),
        );
    });
}

/**
 * Matrices of any size up to 98 × 26, drawn quickly from one seed: for many runs, where a counter-example is too
 * large to be read anyway.
 */
export const largeColumnsArb: fc.Arbitrary<WholeColumn[]> = fc
  .record({
    rows: fc.integer({ min: 1, max: 98 }),
    columns: fc.integer({ min: 1, max: 26 }),
    keys: fc.integer({ min: 1, max: 26 }),
    density: fc.constantFrom(2, 10, 50, 90, 100),
    mostWeight: fc.constantFrom(1n, 9n, 700_000n, 10n ** 12n),
    mostTotal: fc.constantFrom(30n, 10_000n, 10n ** 10n, HUGE_ORE),
    negative: fc.constantFrom(0, 20, 100),
    seed: fc.nat(),
  })
  .map(({ rows, columns, keys, density, mostWeight, mostTotal, negative, seed }) => {
    const draw = drawFrom(seed);
    const weightLists = Array.from({ length: keys }, () => {
      const weights = Array.from({ length: rows }, () => (draw(100n) < density ? 1n + draw(mostWeight) : 0n));
      return weights.with(Number(draw(BigInt(rows))), 1n + draw(mostWeight));
    });
    return Array.from({ length: columns }, () => {
      const size = draw(mostTotal + 1n);
      const weights = weightLists[Number(draw(BigInt(keys)))] ?? [];
      return { total: ore(draw(100n) < negative ? -size : size), weights };
    });
  });

/** Whole numbers from 0 to below a limit, always the same ones for a seed (a linear congruence modulo 2^64). */
function drawFrom(seed: number): (below: bigint) => bigint {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn;
    return (state >> 11n) % below;
  };
}
