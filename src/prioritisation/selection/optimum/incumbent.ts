import { compareFractions, type Fraction } from '../fraction.ts';
import type { Grant, SelectionProblem } from '../problem.ts';

/** A set that keeps all constraints, with its exact value and cost. */
export interface Incumbent {
  /** By place. */
  readonly grants: readonly Grant[];
  /** Σ value · amount / cost, a fraction in the units of the valuation. */
  readonly value: Fraction;
  readonly cost: bigint;
}

export function incumbentOf(
  { candidates }: SelectionProblem,
  values: readonly bigint[],
  grants: readonly Grant[],
): Incumbent {
  let [numerator, denominator, total] = [0n, 1n, 0n];
  for (const { place, amount } of grants) {
    const cost = candidates[place]?.cost ?? 0n;
    const value = values[place] ?? 0n;
    total += amount;
    if (amount === cost) numerator += value * denominator;
    else {
      numerator = numerator * cost + value * amount * denominator;
      denominator *= cost;
    }
  }
  const sorted = grants.toSorted((first, second) => first.place - second.place);
  return { grants: sorted, value: { numerator, denominator }, cost: total };
}

/** More value, or as much at a lower cost. */
export function isBetterThan(candidate: Incumbent, other: Incumbent | undefined): boolean {
  if (other === undefined) return true;
  const difference = compareFractions(candidate.value, other.value);
  return difference > 0n || (difference === 0n && candidate.cost < other.cost);
}
