import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestRemainder, quotas } from '../../verify/apportion.ts';
import { ceiling, floor, type Rational, rational, sum } from '../../verify/rational.ts';
import { type SplitColumn, shorterWay } from '../../verify/shorter-way.ts';

interface Split {
  readonly exact: readonly Rational[][];
  readonly cells: readonly bigint[][];
}

function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((all, amount) => all + amount, 0n);
}

/** Every way to round each share of a column down or up so that the column keeps its total. */
function roundings(exact: readonly Rational[]): bigint[][] {
  const all = exact.reduce<bigint[][]>(
    (before, share) =>
      before.flatMap((cells) => [...new Set([floor(share), ceiling(share)])].map((cell) => [...cells, cell])),
    [[]],
  );
  const due = floor(sum(exact));
  return all.filter((cells) => total(cells) === due);
}

/** Every split within all bounds, by trying all of them. */
function lawfulSplits(exact: readonly Rational[][]): bigint[][][] {
  const all = exact.reduce<bigint[][][]>(
    (before, column) => before.flatMap((columns) => roundings(column).map((cells) => [...columns, cells])),
    [[]],
  );
  return all.filter((columns) =>
    (exact[0] ?? []).every((_, row) => {
      const due = sum(exact.flatMap((column) => column[row] ?? []));
      const paid = total(columns.map((cells) => cells[row] ?? 0n));
      return floor(due) <= paid && paid <= ceiling(due);
    }),
  );
}

function differing({ exact, cells }: Split): number {
  return exact.reduce((count, column, place) => {
    const best = largestRemainder(column);
    return count + column.filter((_, row) => best[row] !== cells[place]?.[row]).length;
  }, 0);
}

const exactArb = fc.integer({ min: 1, max: 4 }).chain((rows) =>
  fc.array(
    fc
      .tuple(
        fc.bigInt({ min: 0n, max: 12n }),
        fc.array(fc.bigInt({ min: 0n, max: 5n }), { minLength: rows, maxLength: rows }),
      )
      .filter(([, weights]) => total(weights) > 0n)
      .map(([amount, weights]) =>
        quotas(
          amount,
          weights.map((weight) => rational(weight)),
        ),
      ),
    { minLength: 1, maxLength: 4 },
  ),
);

test('a shorter way is found exactly when some lawful split differs in fewer cells', () => {
  fc.assert(
    fc.property(exactArb, (exact) => {
      const lawful = lawfulSplits(exact).map((cells) => ({ exact, cells }));
      const fewest = Math.min(...lawful.map(differing));
      for (const split of lawful) {
        const columns = exact.map(
          (column, place): SplitColumn => ({
            exact: column,
            largestRemainder: largestRemainder(column),
            answered: split.cells[place] ?? [],
          }),
        );
        const place = shorterWay(columns, exact[0]?.length ?? 0);
        expect(place === undefined).toBe(differing(split) === fewest);
      }
    }),
    { numRuns: 200 },
  );
});

test('the cell it points at is away from its largest remainder share', () => {
  // Three equal shares of one øre: the first should have it, the third has it.
  const third = rational(1n, 3n);
  const exact = [third, third, third];
  const column = { exact, largestRemainder: [1n, 0n, 0n], answered: [0n, 0n, 1n] };
  const place = shorterWay([column], 3);
  expect([0, 2]).toContain(place?.row);
  expect(place?.column).toBe(0);
});
