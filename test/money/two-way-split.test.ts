import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../src/money/apportionment.ts';
import { exactFromInteger, ratio } from '../../src/money/exact.ts';
import { type Ore, ore, sumOre } from '../../src/money/ore.ts';
import { splitTwoWay } from '../../src/money/two-way-split.ts';
import {
  largeColumnsArb,
  splitColumnsOf,
  type WholeColumn,
  wholeColumnsArb,
} from '../arbitraries/split-columns.ts';
import { runs } from '../settings/runs.ts';
import { cellsThatDiffer, fewestCellsMoved } from './fewest-cells.ts';
import { breachesOf, rowBreaches } from './split-bounds.ts';

const smallArb = wholeColumnsArb({ rows: 8, columns: 6 });

function split(columns: readonly WholeColumn[]): Ore[][] {
  return splitTwoWay(splitColumnsOf(columns));
}

function largestRemainders(columns: readonly WholeColumn[]): Ore[][] {
  return splitColumnsOf(columns).map(({ total, weights }) => apportion(total, weights));
}

function rowTotals(matrix: readonly (readonly Ore[])[]): Ore[] {
  return (matrix[0] ?? []).map((_, row) => sumOre(matrix.map((column) => column[row] ?? ore(0n))));
}

describe('the two-way split', () => {
  /**
   * Two columns of 1 øre over three equal rows. Alone, each gives its øre to the first row, which would then have
   * 2 øre where 2/3 is exact. One must go, and either column and either other row would do: the later column
   * gives way, and the last row takes it.
   */
  it('moves an øre from a row that the columns together give too much', () => {
    const weights = [1n, 1n, 1n];
    expect(split([1n, 1n].map((total) => ({ total: ore(total), weights })))).toEqual([
      [1n, 0n, 0n],
      [0n, 0n, 1n],
    ]);
  });

  /** Quotas 33⅓ each: the columns' own splits put 3 øre too many on the first row (102 where 100 is exact). */
  it('gives rows of the same weight the same total where it can', () => {
    const columns = Array.from({ length: 3 }, () => ({ total: ore(100n), weights: [1n, 1n, 1n] }));
    expect(rowTotals(split(columns))).toEqual([100n, 100n, 100n]);
    expect(rowTotals(largestRemainders(columns))).toEqual([102n, 99n, 99n]);
  });

  it('leaves the columns as they split themselves where that meets the rows', () => {
    const columns = [
      { total: ore(10n), weights: [6n, 3n, 1n] },
      { total: ore(100n), weights: [1n, 1n, 2n] },
    ];
    expect(split(columns)).toEqual([
      [6n, 3n, 1n],
      [25n, 25n, 50n],
    ]);
  });

  it('gives a row that takes no part in a column nothing of it', () => {
    const columns = [
      { total: ore(7n), weights: [0n, 1n, 1n] },
      { total: ore(-7n), weights: [1n, 0n, 1n] },
    ];
    const matrix = split(columns);
    expect([matrix[0]?.[0], matrix[1]?.[1]]).toEqual([0n, 0n]);
    expect(breachesOf(columns, matrix)).toEqual([]);
  });

  it('splits nothing into nothing', () => {
    expect(splitTwoWay([])).toEqual([]);
    expect(split([{ total: ore(0n), weights: [0n, 0n] }])).toEqual([[0n, 0n]]);
  });

  it('refuses to guess: columns of unlike length and amounts without weight are broken invariants', () => {
    expect(() =>
      split([
        { total: ore(1n), weights: [1n] },
        { total: ore(1n), weights: [1n, 1n] },
      ]),
    ).toThrow('all columns have the same rows');
    expect(() => split([{ total: ore(1n), weights: [0n, 0n] }])).toThrow('has weights to be split by');
    expect(() => split([{ total: ore(1n), weights: [2n, -1n] }])).toThrow('weights are not negative');
  });
});

describe('laws of the two-way split', () => {
  it('columns sum to their totals, cells and rows are floor or ceiling of their quotas', () => {
    fc.assert(
      fc.property(smallArb, (columns) => {
        expect(breachesOf(columns, split(columns))).toEqual([]);
      }),
    );
  });

  it('the same holds for sparse and dense matrices up to 98 × 26, negative and huge amounts', () => {
    fc.assert(
      fc.property(largeColumnsArb, (columns) => {
        expect(breachesOf(columns, split(columns))).toEqual([]);
      }),
      runs(500, 10_000),
    );
  });

  it('no two-way exact split differs in fewer cells from the largest remainder splits', () => {
    const tinyArb = wholeColumnsArb({ rows: 4, columns: 4 });
    fc.assert(
      fc.property(tinyArb, (columns) => {
        const alone = largestRemainders(columns);
        const moved = split(columns).map((column, place) => cellsThatDiffer(column, alone[place] ?? []));
        const fewest = fewestCellsMoved(
          columns,
          alone,
          (matrix) => rowBreaches(columns, matrix).length === 0,
        );
        expect(moved.reduce((sum, cells) => sum + cells, 0)).toBe(fewest);
      }),
    );
  });

  it('rows of equal weights differ by at most one øre in total, however many columns there are', () => {
    fc.assert(
      fc.property(smallArb, fc.nat(), (columns, pick) => {
        const twin = pick % (columns[0]?.weights.length ?? 1);
        const doubled = columns.map(({ total, weights }) => ({
          total,
          weights: [...weights, weights[twin] ?? 0n],
        }));
        const totals = rowTotals(split(doubled));
        const difference = (totals[twin] ?? 0n) - (totals.at(-1) ?? 0n);
        expect(difference >= -1n && difference <= 1n).toBe(true);
      }),
    );
  });

  it("a row that alone grows never gets less in a column's own split, and at most one øre less in total", () => {
    fc.assert(
      fc.property(
        wholeColumnsArb({ rows: 8, columns: 6 }).map((columns) =>
          columns.map((column) => ({
            ...column,
            total: ore(column.total < 0n ? -column.total : column.total),
          })),
        ),
        fc.nat(),
        fc.oneof(fc.bigInt(1n, 5n), fc.bigInt(1n, 10n ** 9n)),
        (columns, pick, growth) => {
          const row = pick % (columns[0]?.weights.length ?? 1);
          const grown = columns.map(({ total, weights }) => ({
            total,
            weights: weights.with(row, (weights[row] ?? 0n) + growth),
          }));
          const [before, after] = [largestRemainders(columns), largestRemainders(grown)];
          for (const [place, column] of after.entries()) {
            expect(column[row]).toBeGreaterThanOrEqual(before[place]?.[row] ?? 0n);
          }
          const totals = [split(columns), split(grown)].map((matrix) => rowTotals(matrix)[row] ?? 0n);
          expect((totals[1] ?? 0n) - (totals[0] ?? 0n)).toBeGreaterThanOrEqual(-1n);
        },
      ),
    );
  });

  it('only the proportions of weights count, fractions or whole', () => {
    fc.assert(
      fc.property(smallArb, fc.bigInt(2n, 10n ** 6n), (columns, factor) => {
        const larger = splitColumnsOf(columns).map(({ total }, place) => ({
          total,
          weights: (columns[place]?.weights ?? []).map((weight) => exactFromInteger(weight * factor)),
        }));
        const smaller = larger.map(({ total }, place) => ({
          total,
          weights: (columns[place]?.weights ?? []).map((weight) => ratio(weight, factor)),
        }));
        expect(splitTwoWay(larger)).toEqual(split(columns));
        expect(splitTwoWay(smaller)).toEqual(split(columns));
      }),
    );
  });

  it('columns with no fractions are split exactly', () => {
    fc.assert(
      fc.property(smallArb, fc.bigInt(-9n, 9n), (columns, times) => {
        const whole = columns.map(({ weights }) => ({
          total: ore(times * weights.reduce((sum, weight) => sum + weight, 0n)),
          weights,
        }));
        expect(split(whole)).toEqual(whole.map(({ weights }) => weights.map((weight) => times * weight)));
      }),
    );
  });
});
