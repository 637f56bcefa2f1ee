import { describe, expect, it } from 'vitest';
import { kronerFromOre, ore } from '../../src/money/ore.ts';
import { perCitizen } from '../../src/sharing/per-citizen.ts';

describe('price per citizen', () => {
  it.each([
    // 100.00 / 3 = 33.333…
    [10_000n, 3n, '33.33'],
    // 0.05 / 2 is two and a half øre: away from zero
    [5n, 2n, '0.03'],
    [-5n, 2n, '-0.03'],
    [0n, 1n, '0.00'],
    [2500n, 1n, '25.00'],
  ])('of %i øre for %i citizens', (amount, population, kroner) => {
    expect(kronerFromOre(perCitizen(ore(amount), population))).toBe(kroner);
  });
});
