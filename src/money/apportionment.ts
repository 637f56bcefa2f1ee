import type { Exact } from './exact.ts';
import { type Ore, ore } from './ore.ts';
import { type Quotas, quotasOf, wholeWeights } from './quotas.ts';

/**
 * Splits a total into whole øre in proportion to weights by the largest remainder method (Hamilton):
 * every part gets the floor of its quota, then one øre goes to each of the largest fractions until the total
 * is met. Equal fractions: the earlier part first. A negative total is split by its absolute value.
 * Model, section 3.
 *
 * @param weights ≥ 0, in the order that decides ties; not all zero unless the total is zero
 * @returns parts in the order of the weights; they sum to the total and each is less than one øre off its quota
 */
export function apportion(total: Ore, weights: readonly Exact[]): Ore[] {
  const quotas = quotasOf(total, wholeWeights(weights));
  const raised = raisedByLargestRemainder(total, quotas);
  return quotas.floors.map((floor, part) => ore(raised[part] ? floor + 1n : floor));
}

/**
 * Which parts the largest remainder method puts one øre above the floor of their quota: those of the largest
 * fractions, as many as the total is above all floors, of equal fractions the earlier.
 *
 * Fractions are counted upwards from the floor of the signed quota. So for a negative total the parts that are left
 * at their floor carry the extra øre of its absolute value, and of equal fractions the later are raised.
 */
export function raisedByLargestRemainder(total: Ore, { floors, remainders }: Quotas): boolean[] {
  const raisedCount = Number(total - floors.reduce((sum, floor) => sum + floor, 0n));
  const parts = [...remainders.keys()];
  const ranked = (total < 0n ? parts.toReversed() : parts).sort((first, second) =>
    compareWhole(remainders[second] ?? 0n, remainders[first] ?? 0n),
  );
  const raised = new Set(ranked.slice(0, raisedCount));
  return remainders.map((_, part) => raised.has(part));
}

function compareWhole(first: bigint, second: bigint): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
