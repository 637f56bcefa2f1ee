import { describe, expect, it } from 'vitest';
import { exactFromInteger } from '../../src/money/exact.ts';
import { ore, sumOre } from '../../src/money/ore.ts';
import { splitTwoWay } from '../../src/money/two-way-split.ts';

describe('splits that random tests have found', () => {
  /**
   * Weights sum to 439957; the row totals of 7 øre are exactly 3 and 2 for the second and fourth row, 1.05 and 0.95 for
   * the others. The columns' own largest remainders give the second row 5 and the fourth 1: one of its two øre too
   * many goes to the fourth row, the other to a row that may be at its floor or its ceiling.
   */
  it('hands an øre from a row above its bounds to one that has room upwards', () => {
    const weights = [65975n, 188553n, 59727n, 125702n].map(exactFromInteger);
    const columns = splitTwoWay([1n, 1n, 1n, 4n].map((total) => ({ total: ore(total), weights })));
    const rows = weights.map((_, row) => sumOre(columns.map((column) => column[row] ?? ore(0n))));
    expect(rows[1]).toBe(3n);
    expect(rows[3]).toBe(2n);
    expect(sumOre(rows)).toBe(7n);
  });
});
