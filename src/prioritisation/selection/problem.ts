import type { Ore } from '../../money/ore.ts';
import type { Rate } from '../../money/rate.ts';

/**
 * An initiative that can be chosen (*initiativ*). Everything else names it by its place in the problem's list,
 * which is sorted by id, so that no order of the input can matter.
 */
export interface Candidate {
  readonly initiative: string;
  /** ≥ 0. */
  readonly cost: Ore;
  /** ≥ 0; absent: not stated. */
  readonly benefit?: Rate;
  /** The management area (*forvaltningsområde*) whose spending it counts as. */
  readonly area?: string;
  /** Places of what must be chosen for this one to be chosen. */
  readonly dependsOn: readonly number[];
  /** Places of what cannot be chosen beside it; holds both ways. */
  readonly excludes: readonly number[];
  /** What it uses of each resource when it is funded in full; ≥ 0. */
  readonly resources: ReadonlyMap<string, Rate>;
  /** The least fraction of the cost at which part funding makes sense; 1: all or nothing. */
  readonly minShare: Rate;
}

/** Whom a selection is to please: a municipality, a council member. */
export interface Voter {
  readonly voter: string;
  /** Above 0: a municipality's population, 1 for a council member. */
  readonly weight: Rate;
  /** What the voter holds of the budget; absent: its weight's share. */
  readonly endowment?: Ore;
  readonly ballot: Ballot;
}

/** What a voter supports, and how much. */
export interface Ballot {
  /** Places of the candidates, ascending. */
  readonly supported: Uint16Array;
  /** Above 0, beside `supported`. */
  readonly utilities: readonly Rate[];
}

/** At least, at most so many of some candidates. */
export interface Group {
  readonly members: readonly number[];
  readonly atLeast: number;
  /** Absent: no upper bound. */
  readonly atMost?: number;
  /** Its place in the request, by which a user finds it. */
  readonly givenAs: number;
}

/** What to choose from, within what. Lists are in canonical order: candidates and voters by id. */
export interface SelectionProblem {
  readonly budget: Ore;
  readonly candidates: readonly Candidate[];
  readonly voters: readonly Voter[];
  readonly limits: ReadonlyMap<string, Rate>;
  readonly must: readonly number[];
  readonly mustNot: readonly number[];
  readonly groups: readonly Group[];
}

/** What a supported initiative is worth to a voter: its cost, 1, or the points given. */
export type Utility = 'cost' | 'cardinality' | 'score';

/** How what Equal Shares leaves is spent. */
export type Completion = 'none' | 'greedy' | 'add1' | 'add1-greedy';

/** What decides between exact equals. */
export type TieBreakRule = 'cost-votes-id' | 'id';

/** Told by whoever holds the clock: true when the caller no longer waits. */
export type IsOutOfTime = () => boolean;

/** What a candidate is given; part funding gives less than the cost. */
export interface Grant {
  readonly place: number;
  readonly amount: Ore;
}
