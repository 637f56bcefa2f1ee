import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAFE_LIMIT } from '../../src/engine/compiled-key.ts';
import { divideProducts } from '../../src/engine/divide-product.ts';
import { runs } from '../settings/runs.ts';

/** Whole numbers of every size up to the limit, and those beside powers of two, where doubles begin to have gaps. */
function wholeArb(least: number): fc.Arbitrary<number> {
  const beside = fc
    .record({ exponent: fc.integer({ min: 0, max: 51 }), off: fc.integer({ min: -2, max: 2 }) })
    .map(({ exponent, off }) => Math.min(SAFE_LIMIT, Math.max(least, 2 ** exponent + off)));
  const anySize = fc
    .record({ size: fc.integer({ min: 0, max: 51 }), part: fc.nat() })
    .map(({ size, part }) => Math.max(least, Math.floor((part / 0x7fff_ffff) * 2 ** size)));
  return fc.oneof(beside, anySize, fc.integer({ min: least, max: SAFE_LIMIT }));
}

describe('dividing products', () => {
  it('gives floor and remainder as whole-number arithmetic does, up to the limit', () => {
    fc.assert(
      fc.property(
        wholeArb(0),
        wholeArb(1),
        fc.array(wholeArb(0), { minLength: 1, maxLength: 9 }),
        (total, divisor, others) => {
          const weights = [divisor, ...others.map((weight) => Math.min(weight, divisor))];
          const { floors, remainders } = divideProducts(total, Float64Array.from(weights), divisor);
          const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
          expect([...floors].map(BigInt)).toEqual(exact.map((product) => product / BigInt(divisor)));
          expect([...remainders].map(BigInt)).toEqual(exact.map((product) => product % BigInt(divisor)));
        },
      ),
      runs(5_000, 500_000),
    );
  });

  // (2^51 − 1)² = 2^102 − 2^52 + 1; divided by 2^51 it is 2^51 − 2 with 1 left over: doubles alone lose that 1.
  it('keeps the last unit of a product that no double holds', () => {
    const almost = SAFE_LIMIT - 1;
    const { floors, remainders } = divideProducts(almost, Float64Array.of(almost), SAFE_LIMIT);
    expect([floors[0], remainders[0]]).toEqual([SAFE_LIMIT - 2, 1]);
  });
});
