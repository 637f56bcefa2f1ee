import type { Ore } from '../../../money/ore.ts';
import type { Electorate } from '../electorate.ts';

/** What the purses are filled from. */
export interface Funds {
  readonly budget: Ore;
  /** Cost of what is chosen in any case, paid before the first round by all voters alike. */
  readonly offTheTop: Ore;
  /** How often each unit of weight has been given `step` more. */
  readonly raises: bigint;
  readonly step: Ore;
}

/** What one step changes: the raises by one, the budget by one øre, or nothing where nobody asks what a step would do. */
export type Growth = 'raise' | 'budget' | 'none';

/**
 * The voters' money in **grains**, a fraction of an øre so small that every purse, cost and raise is a whole number
 * of them: exact arithmetic needs no fractions then.
 */
export interface Purses {
  readonly grainsPerOre: bigint;
  /** What each group may spend, all its weight together. */
  readonly start: readonly bigint[];
  /** By how much each purse grows with one step. */
  readonly growth: readonly bigint[];
}

/**
 * Fills the purses: the budget, less what is paid off the top, in equal parts for each unit of weight, or in proportion to the
 * endowments; then the raises. Selection, Method of Equal Shares, 1, and completion `add1`.
 */
export function fillPurses(electorate: Electorate, funds: Funds, growth: Growth): Purses {
  const { weights, weightPerOne, totalWeight, endowments } = electorate;
  const shares = endowments ?? weights;
  const shareSum = endowments === undefined ? totalWeight : sum(endowments);
  // A budget of nothing is shared by nobody: the scale must not vanish with it.
  const scale = shareSum === 0n ? 1n : shareSum;
  const toShare = (funds.budget - funds.offTheTop) * weightPerOne;
  const raisePerWeight = funds.step * scale;
  const start = shares.map(
    (share, group) => toShare * share + funds.raises * raisePerWeight * (weights[group] ?? 0n),
  );
  const growthOf: Record<Growth, () => bigint[]> = {
    raise: () => weights.map((weight) => raisePerWeight * weight),
    budget: () => shares.map((share) => weightPerOne * share),
    none: () => weights.map(() => 0n),
  };
  return {
    grainsPerOre: scale * weightPerOne,
    start,
    growth: growthOf[growth](),
  };
}

function sum(numbers: readonly bigint[]): bigint {
  return numbers.reduce((total, number) => total + number, 0n);
}
