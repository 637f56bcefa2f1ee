import { type Ore, subtractOre, ZERO_ORE } from '../money/ore.ts';

/** One figure in both results, and scenario minus baseline. */
export interface Difference {
  readonly baseline: Ore;
  readonly scenario: Ore;
  readonly difference: Ore;
}

/** Whether a solution or a municipality is part of both results or of only one of them. */
export type Presence = 'both' | 'baseline-only' | 'scenario-only';

/** The difference of a figure; a figure that one result does not have counts as zero there. */
export function difference(baseline: Ore | undefined, scenario: Ore | undefined): Difference {
  const before = baseline ?? ZERO_ORE;
  const after = scenario ?? ZERO_ORE;
  return { baseline: before, scenario: after, difference: subtractOre(after, before) };
}
