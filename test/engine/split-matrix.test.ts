import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileKey, SAFE_LIMIT } from '../../src/engine/compiled-key.ts';
import { type SplitMatrix, splitMatrix } from '../../src/engine/split-matrix.ts';
import { ore } from '../../src/money/ore.ts';
import { splitTwoWay } from '../../src/money/two-way-split.ts';
import {
  largeColumnsArb,
  splitColumnsOf,
  type WholeColumn,
  wholeColumnsArb,
} from '../arbitraries/split-columns.ts';
import { runs } from '../settings/runs.ts';

/** The compiled split takes prices: never negative, and below its limit. */
function priced(columns: readonly WholeColumn[]): WholeColumn[] {
  const limit = BigInt(SAFE_LIMIT) + 1n;
  return columns.map(({ total, weights }) => ({
    total: ore((total < 0n ? -total : total) % limit),
    weights,
  }));
}

const matricesArb = fc.oneof(wholeColumnsArb({ rows: 6, columns: 5 }), largeColumnsArb).map(priced);

function compiled(columns: readonly WholeColumn[]) {
  const keys = new Map(columns.map(({ weights }) => [weights, compileKey(weights)]));
  return columns.map(({ total, weights }) => ({
    total: Number(total),
    key: keys.get(weights) ?? compileKey(weights),
  }));
}

/** Every row of every column, those without weight included. */
function dense({ rowCount, columns }: SplitMatrix): bigint[][] {
  return columns.map(({ rows, amounts }) => {
    const cells = new Map([...rows].map((row, place) => [row, BigInt(amounts[place] ?? 0)]));
    return Array.from({ length: rowCount }, (_, row) => cells.get(row) ?? 0n);
  });
}

const rowsOf = (columns: readonly WholeColumn[]) => columns[0]?.weights.length ?? 0;

describe('the compiled two-way split', () => {
  it('is the plain one, cell by cell', () => {
    fc.assert(
      fc.property(matricesArb, (columns) => {
        const split = splitMatrix(compiled(columns), rowsOf(columns));
        expect(dense(split)).toEqual(splitTwoWay(splitColumnsOf(columns)));
      }),
      runs(400, 10_000),
    );
  });

  it('is the same whether it starts afresh or from a split with other totals', () => {
    fc.assert(
      fc.property(matricesArb, fc.infiniteStream(fc.boolean()), (columns, changes) => {
        const keyed = compiled(columns);
        const before = keyed.map((column) => ({
          ...column,
          total: column.total > 0 && changes.next().value ? column.total - 1 : column.total,
        }));
        const known = splitMatrix(before, rowsOf(columns));
        const afresh = splitMatrix(keyed, rowsOf(columns));
        expect(dense(splitMatrix(keyed, rowsOf(columns), known))).toEqual(dense(afresh));
      }),
      runs(200, 5_000),
    );
  });

  it('takes over the whole split when nothing has changed', () => {
    const columns = compiled([{ total: ore(100n), weights: [1n, 2n, 4n] }]);
    const known = splitMatrix(columns, 3);
    expect(splitMatrix(columns, 3, known)).toBe(known);
  });

  // Thirds: every row is exactly 1 øre from three columns of 1 øre, which doubles cannot tell from a bit less.
  it('adds a row up exactly where its sum is a whole number', () => {
    const weights = [1n, 1n, 1n];
    const columns = Array.from({ length: 3 }, () => ({ total: ore(1n), weights }));
    const totals = [0, 1, 2].map((row) =>
      dense(splitMatrix(compiled(columns), 3)).reduce((sum, column) => sum + (column[row] ?? 0n), 0n),
    );
    expect(totals).toEqual([1n, 1n, 1n]);
  });
});
