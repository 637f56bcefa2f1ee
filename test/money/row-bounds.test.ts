import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quotas } from '../../src/money/quotas.ts';
import { rowBounds } from '../../src/money/row-bounds.ts';

/** Columns of a single row, whose fractions are given. */
function boundsOf(fractions: readonly (readonly [remainder: bigint, divisor: bigint])[]) {
  const columns = fractions.map(
    ([remainder, divisor]): Quotas => ({ floors: [0n], remainders: [remainder], divisor }),
  );
  return rowBounds(columns, 1)[0];
}

const HUGE = 10n ** 40n;

describe('the bounds of a row', () => {
  it.each<[string, [bigint, bigint][], number, number]>([
    [
      'no fraction',
      [
        [0n, 7n],
        [0n, 1n],
      ],
      0,
      0,
    ],
    ['no column', [], 0, 0],
    [
      '1/3 + 1/2',
      [
        [1n, 3n],
        [1n, 2n],
      ],
      0,
      1,
    ],
    [
      '2/3 + 1/2',
      [
        [2n, 3n],
        [1n, 2n],
      ],
      1,
      2,
    ],
    [
      '1/3 + 2/3, over one divisor',
      [
        [1n, 3n],
        [2n, 3n],
      ],
      1,
      1,
    ],
    [
      '1/3 + 1/6 + 1/2, over three',
      [
        [1n, 3n],
        [1n, 6n],
        [1n, 2n],
      ],
      1,
      1,
    ],
    [
      '1/2 + 1/2 + 1/4 + 3/4',
      [
        [1n, 2n],
        [1n, 2n],
        [1n, 4n],
        [3n, 4n],
      ],
      2,
      2,
    ],
    ['a hair below one', [[HUGE - 1n, HUGE]], 0, 1],
    ['a hair above nothing', [[1n, HUGE]], 0, 1],
    [
      'a hair above one',
      [
        [HUGE - 1n, HUGE],
        [2n, HUGE + 1n],
      ],
      1,
      2,
    ],
    [
      'a hair below two',
      [
        [HUGE - 1n, HUGE],
        [HUGE, HUGE + 1n],
      ],
      1,
      2,
    ],
    [
      'exactly two, out of hairs',
      [
        [HUGE - 1n, HUGE],
        [1n, HUGE],
        [HUGE + 1n, HUGE + 3n],
        [2n, HUGE + 3n],
      ],
      2,
      2,
    ],
  ])('%s', (_, fractions, least, most) => {
    expect(boundsOf(fractions)).toEqual({ least, most });
  });

  it('are of each row by itself', () => {
    const columns = [
      { floors: [0n, 5n], remainders: [1n, 1n], divisor: 2n },
      { floors: [3n, 0n], remainders: [1n, 2n], divisor: 3n },
    ];
    expect(rowBounds(columns, 2)).toEqual([
      { least: 0, most: 1 },
      { least: 1, most: 2 },
    ]);
  });

  it('are the whole numbers beside the sum of the fractions, however fine these are', () => {
    const fractionArb = fc
      .oneof(fc.bigInt(1n, 12n), fc.bigInt(1n, 10n ** 12n), fc.bigInt(HUGE - 3n, HUGE + 3n))
      .chain((divisor) => fc.tuple(fc.oneof(fc.bigInt(0n, 3n), fc.bigInt(0n, divisor)), fc.constant(divisor)))
      .map(([remainder, divisor]): [bigint, bigint] => [remainder % divisor, divisor]);
    fc.assert(
      fc.property(fc.array(fractionArb, { maxLength: 6 }), (fractions) => {
        const denominator = fractions.reduce((product, [, divisor]) => product * divisor, 1n);
        const numerator = fractions.reduce(
          (total, [remainder, divisor]) => total + remainder * (denominator / divisor),
          0n,
        );
        const least = Number(numerator / denominator);
        const isWhole = numerator % denominator === 0n;
        expect(boundsOf(fractions)).toEqual({ least, most: isWhole ? least : least + 1 });
      }),
    );
  });
});
