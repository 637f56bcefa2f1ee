import { invariant } from '../refusal.ts';
import { type Exact, overCommonDenominator } from './exact.ts';
import type { Ore } from './ore.ts';

/**
 * The exact quotas of one total: part i is `floors[i] + remainders[i] / divisor` øre, with
 * 0 ≤ remainder < divisor. Floors are floors of signed numbers, so a negative total has floors below its quotas.
 */
export interface Quotas {
  readonly floors: readonly bigint[];
  readonly remainders: readonly bigint[];
  readonly divisor: bigint;
}

/**
 * The quotas total · weight(i) / Σ weight, without rounding. Model, section 3.
 *
 * @param weights whole numbers ≥ 0, as `wholeWeights` gives them; some are positive unless the total is zero
 */
export function quotasOf(total: Ore, weights: readonly bigint[]): Quotas {
  const weight = weights.reduce((sum, part) => sum + part, 0n);
  invariant(weight > 0n || total === 0n, 'an amount that is not zero has weights to be split by');
  const divisor = weight || 1n;
  const floors: bigint[] = [];
  const remainders: bigint[] = [];
  for (const weight of weights) {
    const numerator = total * weight;
    const truncated = numerator / divisor;
    const remainder = numerator - truncated * divisor;
    floors.push(remainder < 0n ? truncated - 1n : truncated);
    remainders.push(remainder < 0n ? remainder + divisor : remainder);
  }
  return { floors, remainders, divisor };
}

/** Weights in the same proportions as whole numbers: every fraction over the common denominator. */
export function wholeWeights(weights: readonly Exact[]): readonly bigint[] {
  const { numerators } = overCommonDenominator(weights);
  invariant(
    numerators.every((numerator) => numerator >= 0n),
    'weights are not negative',
  );
  return numerators;
}
