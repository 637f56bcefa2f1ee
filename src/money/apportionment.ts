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
 * Which parts the largest remainder method puts one øre above the floor of their quota.
 *
 * For a negative total the fractions of the absolute quotas decide which parts carry the extra øre, that is
 * which stay at the (lower) floor of the signed quota.
 */
export function raisedByLargestRemainder(total: Ore, quotas: Quotas): boolean[] {
  const raised = quotas.floors.map(() => false);
  const fractional = indicesWithFraction(quotas);
  const raisedCount = Number(total - quotas.floors.reduce((sum, floor) => sum + floor, 0n));
  const { remainders } = quotas;
  if (total >= 0n) {
    for (const part of byLargestFirst(fractional, remainders).slice(0, raisedCount)) raised[part] = true;
    return raised;
  }
  const carried = fractional.length - raisedCount;
  for (const part of bySmallestFirst(fractional, remainders).slice(carried)) raised[part] = true;
  return raised;
}

function indicesWithFraction(quotas: Quotas): number[] {
  const indices: number[] = [];
  quotas.remainders.forEach((remainder, part) => {
    if (remainder !== 0n) indices.push(part);
  });
  return indices;
}

function byLargestFirst(parts: number[], remainders: readonly bigint[]): number[] {
  return bySmallestFirst(
    parts,
    remainders.map((remainder) => -remainder),
  );
}

/** Stable, so equal remainders stay in the order of the parts. */
function bySmallestFirst(parts: number[], remainders: readonly bigint[]): number[] {
  return parts.toSorted((first, second) => {
    const difference = (remainders[first] ?? 0n) - (remainders[second] ?? 0n);
    if (difference === 0n) return 0;
    return difference < 0n ? -1 : 1;
  });
}
