import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, exactFromInteger, ratio } from '../../src/money/exact.ts';
import { ore } from '../../src/money/ore.ts';
import { lesserOre, wholeOreCovering, wholeOreWithin } from '../../src/money/ore-bounds.ts';

const fractionArb = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 1_000n }))
  .map(([numerator, denominator]) => ratio(numerator, denominator));

describe('whole øre beside an exact amount', () => {
  it('within a limit are the most that do not exceed it, above and below zero', () => {
    fc.assert(
      fc.property(fractionArb, (limit) => {
        const within = wholeOreWithin(limit);
        expect(compare(exactFromInteger(within), limit)).toBeLessThanOrEqual(0);
        expect(compare(exactFromInteger(within + 1n), limit)).toBeGreaterThan(0);
      }),
    );
  });

  it('that cover a need are the fewest that meet it, above and below zero', () => {
    fc.assert(
      fc.property(fractionArb, (need) => {
        const covering = wholeOreCovering(need);
        expect(compare(exactFromInteger(covering), need)).toBeGreaterThanOrEqual(0);
        expect(compare(exactFromInteger(covering - 1n), need)).toBeLessThan(0);
      }),
    );
  });

  // −7/2 lies between −4 and −3, 7/2 between 3 and 4.
  it.each([
    [ratio(-7n, 2n), -4n, -3n],
    [ratio(7n, 2n), 3n, 4n],
    [ratio(-6n, 2n), -3n, -3n],
  ])('of %s are %s and %s', (amount, within, covering) => {
    expect([wholeOreWithin(amount), wholeOreCovering(amount)]).toEqual([within, covering]);
  });

  it('are compared by size', () => {
    expect([lesserOre(ore(-2n), ore(1n)), lesserOre(ore(1n), ore(-2n))]).toEqual([-2n, -2n]);
  });
});
