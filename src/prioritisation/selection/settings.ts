import type { Ore } from '../../money/ore.ts';
import type { Completion, TieBreakRule, Utility } from './problem.ts';

/** How to choose. */
export interface SelectionSettings {
  readonly method: 'optimum' | 'greedy' | 'equal-shares';
  readonly utility: Utility;
  readonly completion: Completion;
  /** By how much `add1` raises each unit of weight at a time; above 0. */
  readonly add1Step: Ore;
  readonly tieBreak: TieBreakRule;
}
