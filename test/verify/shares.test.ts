import { describe, expect, test } from 'vitest';
import { apportion } from '../../verify/apportion.ts';
import { clampedShares } from '../../verify/clamped-shares.ts';
import { keyWeights } from '../../verify/key-weights.ts';
import { ONE, type Rational, rational, rationalFromDecimal, ZERO } from '../../verify/rational.ts';
import type { Municipality, PlainKey, Solution } from '../../verify/terms.ts';

function decimal(text: string): Rational {
  return rationalFromDecimal(text) ?? ZERO;
}

function whole(...values: number[]): Rational[] {
  return values.map((value) => rational(BigInt(value)));
}

describe('largest remainder', () => {
  test('the odd øre go to the largest remainders, ties to the earlier', () => {
    // 10 by 6 : 6 : 2 is 4.28…, 4.28…, 1.43…: the third is closest to the next øre; 11 gives 4.71…, 4.71…, 1.57….
    expect(apportion(10n, whole(6, 6, 2))).toEqual([4n, 4n, 2n]);
    expect(apportion(11n, whole(6, 6, 2))).toEqual([5n, 5n, 1n]);
    expect(apportion(1n, whole(1, 1, 1))).toEqual([1n, 0n, 0n]);
  });

  test('a negative total is shared by its size', () => {
    expect(apportion(-11n, whole(6, 6, 2))).toEqual([-5n, -5n, -1n]);
  });

  test('nothing is shared by nobody, something is refused', () => {
    expect(apportion(0n, whole(0, 0))).toEqual([0n, 0n]);
    expect(() => apportion(1n, whole(0, 0))).toThrow('nobody has a weight');
  });
});

describe('clamped shares', () => {
  test('what a cap takes off is shared over the rest by weight', () => {
    // Without limits 600, 300, 100. The first paid 400: at most 480. The rest share 520 by 3 : 1.
    const limits = { rise: decimal('0.2') };
    expect(clampedShares(1000n, whole(6, 3, 1), limits, [400n, 0n, 0n])).toEqual(whole(480, 390, 130));
  });

  test('what a floor adds is taken from the rest by weight', () => {
    // The third paid 300 and may fall by a tenth: at least 270. The rest share 730 by 6 : 3.
    const shares = clampedShares(1000n, whole(6, 3, 1), { fall: decimal('0.1') }, [0n, 0n, 300n]);
    expect(shares).toEqual([rational(1460n, 3n), rational(730n, 3n), rational(270n)]);
  });

  test('caps are cut and floors lifted to whole øre', () => {
    // 0101 paid 333: its cap is 333 · 1.1 = 366.3 → 366; 0201 paid 111: its floor is 111 · 0.9 = 99.9 → 100.
    const limits = { rise: decimal('0.1'), fall: decimal('0.1') };
    expect(clampedShares(1000n, whole(5, 0, 5), limits, [333n, 111n, 0n])).toEqual(whole(366, 100, 534));
  });

  test('all at their caps or floors may just meet the total, but never miss it', () => {
    const limits = { rise: ZERO, fall: ZERO };
    expect(clampedShares(300n, whole(1, 1), limits, [100n, 200n])).toEqual(whole(100, 200));
    expect(() => clampedShares(301n, whole(1, 1), limits, [100n, 200n])).toThrow('caps and floors');
    expect(() => clampedShares(299n, whole(1, 1), limits, [100n, 200n])).toThrow('caps and floors');
  });

  test('without limits in the way the shares are the quotas', () => {
    expect(clampedShares(7n, whole(1, 2), {}, [100n, 100n])).toEqual([rational(7n, 3n), rational(14n, 3n)]);
  });
});

describe('weights of an allocation key', () => {
  const municipalities: Municipality[] = [
    { municipality: '0101', population: 200n, membership: [] },
    { municipality: '0201', population: 100n, membership: [] },
    { municipality: '0301', population: 50n, membership: [] },
  ];
  const solution = (key: PlainKey, participants?: string[]): Solution => ({
    solution: 'alfa',
    order: 1,
    periods: [],
    cells: [],
    reservedShare: ZERO,
    key,
    ...(participants === undefined ? {} : { participants: new Set(participants) }),
  });
  const weights = (key: PlainKey, participants?: string[]) =>
    keyWeights(solution(key, participants), municipalities);

  test('citizens, with less weight for each above a threshold', () => {
    expect(weights({ kind: 'population' })).toEqual(whole(200, 100, 50));
    const weightAbove = decimal('0.5');
    expect(weights({ kind: 'population-tiered', threshold: 100n, weightAbove })).toEqual(whole(150, 100, 50));
  });

  test('explicit weights: who is not named weighs nothing', () => {
    expect(weights({ kind: 'weights', weights: new Map([['0201', ONE]]) })).toEqual(whole(0, 1, 0));
  });

  test('who does not take part weighs nothing', () => {
    expect(weights({ kind: 'equal' }, ['0101', '0301'])).toEqual(whole(1, 0, 1));
  });

  test('a mix counts each part by share after dividing it by its own total', () => {
    const half = decimal('0.5');
    const parts = [
      { share: half, key: { kind: 'equal' } as const },
      { share: half, key: { kind: 'population' } as const },
    ];
    // A half in three parts, and a half by 200 : 100 : 50 of 350.
    const expected = [rational(19n, 42n), rational(13n, 42n), rational(5n, 21n)];
    expect(weights({ kind: 'mix', parts })).toEqual(expected);
  });

  test('a part of a mix that nobody has a weight in is left out', () => {
    const parts = [
      { share: decimal('0.9'), key: { kind: 'weights', weights: new Map<string, Rational>() } as const },
      { share: decimal('0.1'), key: { kind: 'equal' } as const },
    ];
    expect(apportion(300n, weights({ kind: 'mix', parts }))).toEqual([100n, 100n, 100n]);
  });
});
