import type { AllocationKey } from '../agreement/allocation-key.ts';
import type { Ore } from '../money/ore.ts';
import type { Rate } from '../money/rate.ts';

/**
 * What an initiative is said to give: kroner a year, scores by criterion, or both; the model does not judge
 * them.
 */
export interface Benefit {
  /** In the price level of the costs. */
  readonly perYear?: Ore;
  readonly scores: ReadonlyMap<string, Rate>;
}

/** Something that pool money is asked for (*initiativ*). Model, section 5. */
export interface Initiative {
  readonly initiative: string;
  readonly title: string;
  /** The management area (*forvaltningsområde*) that it serves. */
  readonly area: string;
  /** The solution that it builds on; absent: it is a new one. */
  readonly targetSolution?: string;
  /** What in the area's strategic focus it serves. */
  readonly focus?: string;
  /** Cost of each year in the prices of `priceLevelYear`. */
  readonly costs: ReadonlyMap<number, Ore>;
  readonly priceLevelYear: number;
  readonly benefit: Benefit;
  /** Who benefits; absent: not said. */
  readonly beneficiaryKey?: AllocationKey;
  /** Required by law (*lovbunden*). */
  readonly statutory: boolean;
  readonly earliestStart?: number;
  readonly latestStart?: number;
  /** The least fraction of the cost at which part funding makes sense; 1: all or nothing. */
  readonly minShare: Rate;
  /** Initiatives that must be funded for this one to work. */
  readonly dependsOn: readonly string[];
  /** Initiatives that make no sense beside this one; holds both ways. */
  readonly excludes: readonly string[];
  readonly group?: string;
}
