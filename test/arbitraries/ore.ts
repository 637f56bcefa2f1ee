import fc from 'fast-check';
import { type Ore, ore } from '../../src/money/ore.ts';

/** More øre than any agreement will ever cost: ten thousand billion kroner. */
export const HUGE_ORE = 10n ** 15n;

/** Amounts of either sign, small ones as often as huge ones. */
export const oreArb: fc.Arbitrary<Ore> = fc
  .oneof(fc.bigInt(-20n, 20n), fc.bigInt(-1_000_000n, 1_000_000n), fc.bigInt(-HUGE_ORE, HUGE_ORE))
  .map(ore);

/** Kroner as documents carry them, from and up to whole kroner, both included. */
export function kronerTextArb(from: number, upTo: number): fc.Arbitrary<string> {
  return fc
    .integer({ min: from * 100, max: upTo * 100 })
    .map((count) => `${Math.floor(count / 100)}.${String(count % 100).padStart(2, '0')}`);
}
