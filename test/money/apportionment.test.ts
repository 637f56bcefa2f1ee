import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../src/money/apportionment.ts';
import { exactFromInteger, ratio } from '../../src/money/exact.ts';
import { negateOre, type Ore, ore, sumOre } from '../../src/money/ore.ts';
import { oreArb } from '../arbitraries/ore.ts';
import type { WholeColumn } from '../arbitraries/split-columns.ts';
import { weightsArb } from '../arbitraries/weights.ts';
import { cellBreaches, columnBreaches } from './split-bounds.ts';

function split(total: bigint, weights: readonly bigint[]): Ore[] {
  return apportion(ore(total), weights.map(exactFromInteger));
}

const columnArb: fc.Arbitrary<WholeColumn> = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(0, 3, 8))
  .chain(([rows, zeros]) => fc.record({ total: oreArb, weights: weightsArb(rows, zeros) }));

describe('the largest remainder method', () => {
  it.each<[string, bigint, bigint[], bigint[]]>([
    // Quotas 33⅓ each: floors 33, and the one øre left goes to the first of three equal fractions.
    ['a tie goes to the earlier part', 100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    // 101 · 1/3 = 33⅔ each: two øre left, to the first two.
    ['two øre over go to the first two of a tie', 101n, [1n, 1n, 1n], [34n, 34n, 33n]],
    // Quotas 4.2857, 4.2857, 1.4286: floors 4, 4, 1; the largest fraction is the third's.
    ['the largest fraction comes before order', 10n, [6n, 6n, 2n], [4n, 4n, 2n]],
    // Quotas 4.714, 4.714, 1.571: floors 4, 4, 1; the two largest fractions are the first two's.
    ['a larger total may lower a share', 11n, [6n, 6n, 2n], [5n, 5n, 1n]],
    ['a part without weight gets nothing', 5n, [0n, 1n, 0n, 1n], [0n, 3n, 0n, 2n]],
    ['quotas that are whole stay', 12n, [1n, 2n, 3n], [2n, 4n, 6n]],
    ['one part takes all', 7n, [3n], [7n]],
    ['nothing splits into nothing', 0n, [1n, 2n], [0n, 0n]],
    ['nothing needs no weight', 0n, [0n, 0n], [0n, 0n]],
    // As 100 over three parts, with the sign turned.
    ['a negative total is split by its absolute value', -100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    ['a negative total with unlike fractions', -10n, [6n, 6n, 2n], [-4n, -4n, -2n]],
    // Quotas −0.5, −0.5, 0: the first of the tie carries the øre.
    ['a single negative øre goes to the earlier part', -1n, [1n, 1n, 0n], [-1n, 0n, 0n]],
  ])('%s', (_, total, weights, parts) => {
    expect(split(total, weights)).toEqual(parts);
  });

  it('weighs by fractions as well', () => {
    // 1/2 : 1/3 : 1/6 = 3 : 2 : 1 of 7 øre: 3½, 2⅓, 1⅙; the first fraction is the largest.
    expect(apportion(ore(7n), [ratio(1n, 2n), ratio(1n, 3n), ratio(1n, 6n)])).toEqual([4n, 2n, 1n]);
  });

  it('splits an amount among nobody only when it is nothing', () => {
    expect(split(0n, [])).toEqual([]);
    expect(() => split(1n, [])).toThrow('has weights to be split by');
  });
});

describe('laws of the largest remainder method', () => {
  it('the parts sum to the total, and each is the floor or the ceiling of its quota', () => {
    fc.assert(
      fc.property(columnArb, (column) => {
        const parts = [split(column.total, column.weights)];
        expect([...columnBreaches([column], parts), ...cellBreaches([column], parts)]).toEqual([]);
      }),
    );
  });

  it('no part left at its floor has a larger fraction than one raised, nor an equal one before it', () => {
    fc.assert(
      fc.property(columnArb, ({ total, weights }) => {
        const amount = total < 0n ? -total : total;
        const parts = split(amount, weights);
        const divisor = weights.reduce((sum, weight) => sum + weight, 0n);
        const fractions = weights.map((weight) => (amount * weight) % divisor);
        const isRaised = (part: number) => (parts[part] ?? 0n) * divisor > amount * (weights[part] ?? 0n);
        const raised = fractions.flatMap((fraction, part) => (isRaised(part) ? [{ fraction, part }] : []));
        const left = fractions.flatMap((fraction, part) => (isRaised(part) ? [] : [{ fraction, part }]));
        for (const above of raised) {
          for (const below of left) {
            const isInOrder =
              above.fraction > below.fraction ||
              (above.fraction === below.fraction && above.part < below.part);
            expect(isInOrder).toBe(true);
          }
        }
      }),
    );
  });

  it('an amount and its contrary split into contrary parts', () => {
    fc.assert(
      fc.property(columnArb, ({ total, weights }) => {
        expect(split(-total, weights)).toEqual(
          split(total, weights)
            .map(negateOre)
            .map((part) => part + 0n),
        );
      }),
    );
  });

  it('the order of parts decides nothing but ties: parts of unlike weight keep their amount in any order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.bigInt(1n, 1000n), { minLength: 1, maxLength: 12 }),
        oreArb,
        (weights, total) => {
          const amounts = new Map(split(total, weights).map((part, place) => [weights[place], part]));
          const ordered = weights.toSorted((first, second) => Number(first - second));
          const again = split(total, ordered);
          expect(sumOre(again)).toBe(total);
          const divisor = weights.reduce((sum, weight) => sum + weight, 0n);
          const fractions = weights.map((weight) => (((total * weight) % divisor) + divisor) % divisor);
          if (new Set(fractions).size < fractions.length) return;
          expect(again).toEqual(ordered.map((weight) => amounts.get(weight)));
        },
      ),
    );
  });
});
