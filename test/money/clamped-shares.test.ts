import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampedShares, type ShareLimits } from '../../src/money/clamped-shares.ts';
import { type Exact, exactFromInteger, ratio, terms } from '../../src/money/exact.ts';
import { ore } from '../../src/money/ore.ts';
import { acceptedValue, codesOf } from '../results.ts';

interface Case {
  readonly total: bigint;
  readonly weights: readonly bigint[];
  /** Least and most of each part; no most: no limit upwards. */
  readonly limits: readonly (readonly [least: bigint, most?: bigint])[];
}

function share({ total, weights, limits }: Case) {
  const shareLimits = limits.map(
    ([least, most]): ShareLimits =>
      most === undefined ? { least: ore(least) } : { least: ore(least), most: ore(most) },
  );
  return clampedShares(ore(total), weights.map(exactFromInteger), shareLimits);
}

describe('shares within limits', () => {
  it.each<[string, Case, Exact[]]>([
    [
      'no limit is met: plain proportions',
      { total: 60n, weights: [1n, 2n, 3n], limits: [[0n, 100n], [0n, 100n], [0n]] },
      [10n, 20n, 30n].map(exactFromInteger),
    ],
    [
      // 50, 50 → the first is held at 40, the second carries the rest.
      'a cap is carried by the rest',
      { total: 100n, weights: [1n, 1n], limits: [[0n, 40n], [0n]] },
      [40n, 60n].map(exactFromInteger),
    ],
    [
      // 20, 40, 40 → the first is held at 30, the others share 70 equally.
      'a floor is taken from the rest in proportion',
      { total: 100n, weights: [1n, 2n, 2n], limits: [[30n], [0n], [0n]] },
      [30n, 35n, 35n].map(exactFromInteger),
    ],
    [
      // 25, 25, 50 → cap 10 takes 15 off, floor 35 asks for 10: more is taken off, so the cap is held first. Then 90 over
      // 1 : 2 is 30, 60; the floor of 35 is held, and the last gets 55.
      'a cap and a floor in one, the cap deviating more',
      { total: 100n, weights: [1n, 1n, 2n], limits: [[0n, 10n], [35n], [0n]] },
      [10n, 35n, 55n].map(exactFromInteger),
    ],
    [
      // 25, 25, 50 → floor 45 asks for 20, cap 20 takes 5 off: the floor is held first. Then 55 over 1 : 2 is 18⅓, 36⅔, and
      // the cap of 20, met before, is met no more.
      'a floor that frees a cap again',
      { total: 100n, weights: [1n, 1n, 2n], limits: [[45n], [0n, 20n], [0n]] },
      [exactFromInteger(45n), ratio(55n, 3n), ratio(110n, 3n)],
    ],
    [
      // 10, 20, 70 → held at 50, the 50 left go 1 : 2 to the others, 16⅔ and 33⅓, of which the second may have 30.
      'a cap that makes another one bind',
      { total: 100n, weights: [1n, 2n, 7n], limits: [[0n], [0n, 30n], [0n, 50n]] },
      [20n, 30n, 50n].map(exactFromInteger),
    ],
    [
      'a part without weight stays without share',
      { total: 10n, weights: [0n, 1n, 1n], limits: [[0n, 0n], [0n, 4n], [0n]] },
      [0n, 4n, 6n].map(exactFromInteger),
    ],
    [
      // 5 taken off and 5 asked for: both limits hold.
      'caps and floors that balance',
      { total: 40n, weights: [1n, 1n], limits: [[0n, 15n], [25n]] },
      [15n, 25n].map(exactFromInteger),
    ],
    [
      'nothing to share',
      { total: 0n, weights: [1n, 1n], limits: [[0n], [0n]] },
      [0n, 0n].map(exactFromInteger),
    ],
    ['nobody to share', { total: 0n, weights: [], limits: [] }, []],
  ])('%s', (_, given, shares) => {
    expect(acceptedValue(share(given)).map(terms)).toEqual(shares.map(terms));
  });

  it.each<[string, bigint, string[]]>([
    ['one øre below what the floors need', 49n, ['limits_unreachable']],
    ['exactly what the floors need', 50n, []],
    ['exactly what the caps allow', 90n, []],
    ['one øre above what the caps allow', 91n, ['limits_unreachable']],
  ])('%s', (_, total, codes) => {
    expect(
      codesOf(
        share({
          total,
          weights: [1n, 1n],
          limits: [
            [20n, 40n],
            [30n, 50n],
          ],
        }),
      ),
    ).toEqual(codes);
  });

  it('no cap on one part leaves no limit to the total upwards, but the floors downwards', () => {
    expect(codesOf(share({ total: 9_000n, weights: [1n, 1n], limits: [[0n, 5n], [0n]] }))).toEqual([]);
    expect(share({ total: 4n, weights: [1n, 1n], limits: [[0n, 5n], [500n]] })).toMatchObject({
      refusals: [
        {
          code: 'limits_unreachable',
          path: [],
          message: {
            da: 'Beløbet 0,04 kr. kan ikke fordeles inden for grænserne, der tilsammen giver mindst 5,00 kr.',
            en: 'The amount DKK 0.04 cannot be shared within the limits, which together give at least DKK 5.00.',
          },
        },
      ],
    });
  });

  it('says how far the limits reach', () => {
    const result = share({
      total: 9_000n,
      weights: [1n, 1n],
      limits: [
        [0n, 500n],
        [100n, 500n],
      ],
    });
    expect(result.ok ? undefined : result.refusals[0]?.message).toEqual({
      da: 'Beløbet 90,00 kr. kan ikke fordeles inden for grænserne, der tilsammen giver mindst 1,00 kr. og højst 10,00 kr.',
      en: 'The amount DKK 90.00 cannot be shared within the limits, which together give at least DKK 1.00 and at most DKK 10.00.',
    });
  });
});

/** Limits around what each paid before, and a total that they can meet. */
const reachableArb: fc.Arbitrary<Case> = fc
  .record({
    parts: fc.array(
      fc.record({
        weight: fc.oneof(fc.bigInt(1n, 4n), fc.bigInt(1n, 700_000n)),
        least: fc.bigInt(0n, 100n),
        room: fc.option(fc.bigInt(0n, 100n), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    place: fc.bigInt(0n, 1000n),
  })
  .map(({ parts, place }) => {
    const least = parts.reduce((sum, part) => sum + part.least, 0n);
    const room = parts.reduce((sum, part) => sum + (part.room ?? 300n), 0n);
    return {
      total: least + (room * place) / 1000n,
      weights: parts.map(({ weight }) => weight),
      limits: parts.map((part) =>
        part.room === undefined ? [part.least] : [part.least, part.least + part.room],
      ),
    };
  });

describe('laws of shares within limits', () => {
  it('shares sum to the total and stay within their limits', () => {
    fc.assert(
      fc.property(reachableArb, (given) => {
        const shares = acceptedValue(share(given)).map(terms);
        const denominator = shares.reduce((product, value) => product * value.denominator, 1n);
        const total = shares.reduce(
          (sum, value) => sum + value.numerator * (denominator / value.denominator),
          0n,
        );
        expect(total).toBe(given.total * denominator);
        for (const [place, [least, most]] of given.limits.entries()) {
          const { numerator, denominator: own } = shares[place] ?? { numerator: -1n, denominator: 1n };
          expect(numerator).toBeGreaterThanOrEqual(least * own);
          if (most !== undefined) expect(numerator).toBeLessThanOrEqual(most * own);
        }
      }),
    );
  });

  it('nobody who could give pays more per weight than somebody who could take', () => {
    fc.assert(
      fc.property(reachableArb, (given) => {
        const shares = acceptedValue(share(given)).map((value, place) => ({
          ...terms(value),
          weight: given.weights[place] ?? 0n,
          least: given.limits[place]?.[0] ?? 0n,
          most: given.limits[place]?.[1],
        }));
        const givers = shares.filter(({ numerator, denominator, least }) => numerator > least * denominator);
        const takers = shares.filter(
          ({ numerator, denominator, most }) => most === undefined || numerator < most * denominator,
        );
        for (const giver of givers) {
          for (const taker of takers) {
            expect(giver.numerator * taker.denominator * taker.weight).toBeLessThanOrEqual(
              taker.numerator * giver.denominator * giver.weight,
            );
          }
        }
      }),
    );
  });
});
