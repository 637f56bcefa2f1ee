import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportionWhole } from '../../src/engine/apportion-whole.ts';
import { RoundedSplit } from '../../src/engine/program/rounded-split.ts';
import { runs } from '../settings/runs.ts';

const TOLERANCE = 2 ** -46;

/** Whole weights, each with an error within a tenth of what is allowed for. */
const weightsArb = fc.array(
  fc.record({
    weight: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 2 ** 40 })),
    error: fc.double({ min: -1, max: 1, noNaN: true }),
  }),
  { minLength: 2, maxLength: 14 },
);
const totalArb = fc.oneof(fc.nat(100), fc.integer({ min: 0, max: 2 ** 40 }));

function dividedBy(weights: readonly { readonly weight: number; readonly error: number }[], total: number) {
  const split = new RoundedSplit(weights.length, TOLERANCE);
  split.weights.set(weights.map(({ weight, error }) => weight * (1 + (error * TOLERANCE) / 10)));
  const sum = split.weights.reduce((total, weight) => total + weight, 0);
  return { split, isCertain: split.divide(total, sum, Math.max(...split.weights), 0, weights.length) };
}

function exactParts(weights: readonly { readonly weight: number }[], total: number): number[] {
  return apportionWhole(
    BigInt(total),
    weights.map(({ weight }) => BigInt(weight)),
  ).map(Number);
}

describe('a split of weights that carry rounding errors', () => {
  it('is that of the exact weights, or in doubt', () => {
    fc.assert(
      fc.property(weightsArb, totalArb, (weights, total) => {
        const { split, isCertain } = dividedBy(weights, total);
        if (isCertain && split.raise()) expect([...split.parts]).toEqual(exactParts(weights, total));
      }),
      runs(2_000, 100_000),
    );
  });

  it('gives a single part as the exact weights do, or is in doubt', () => {
    fc.assert(
      fc.property(weightsArb, totalArb, fc.nat(13), (weights, total, place) => {
        const part = place % weights.length;
        const { split, isCertain } = dividedBy(weights, total);
        const amount = isCertain ? split.partAt(part) : Number.NaN;
        if (!Number.isNaN(amount)) expect(amount).toBe(exactParts(weights, total)[part]);
      }),
      runs(2_000, 100_000),
    );
  });

  // 100 over 3 and 4 is 42.86 and 57.14: nothing near a whole number, and fractions that differ.
  it('is not in doubt where nothing is close', () => {
    const { split, isCertain } = dividedBy(
      [
        { weight: 3, error: 1 },
        { weight: 4, error: -1 },
      ],
      100,
    );
    expect([isCertain, split.partAt(0), split.partAt(1), split.raise()]).toEqual([true, 43, 57, true]);
    expect([...split.parts]).toEqual([43, 57]);
  });

  // 9 over 1, 1 and 4 is 1.5, 1.5 and 6, a whole number; 3 over 1 and 1 is a tie.
  it('is in doubt at whole numbers and at ties', () => {
    const like = (...weights: number[]) => weights.map((weight) => ({ weight, error: 0 }));
    expect(dividedBy(like(1, 1, 4), 9).isCertain).toBe(false);
    const { split, isCertain } = dividedBy(like(1, 1), 3);
    expect([isCertain, split.partAt(0), split.raise()]).toEqual([true, Number.NaN, false]);
  });
});
