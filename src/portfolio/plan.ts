import type { Ore } from '../money/ore.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import type { OpeningPool } from '../prioritisation/opening-pool.ts';
import type { Proposal } from '../prioritisation/proposal.ts';
import type { SimulationResult } from '../prioritisation/simulate.ts';

/** What is wanted of the pool over several years (*plan*): a council's proposal, or what a method has chosen. */
export interface Plan {
  readonly proposal: Proposal;
  /** The first year in which an initiative is asked for, where that is later than its own first year of cost. */
  readonly notBefore?: ReadonlyMap<string, number>;
}

/** One year of a plan: what it asked for, of which pool, and what became of it. */
export interface PlanYear {
  readonly year: number;
  /** With what came over from the year before. */
  readonly price: YearPrice;
  readonly asked: Proposal;
  readonly pool: OpeningPool;
  readonly result: SimulationResult;
  /** Left over from the year before in solutions that are no longer in the agreement. */
  readonly lapsed: Ore;
}
