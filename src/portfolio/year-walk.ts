import type { PoolEntry } from '../agreement/agreement.ts';
import { type Ore, sumOre } from '../money/ore.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import type { Initiative } from '../prioritisation/initiative.ts';
import type { Proposal, RequestedMove } from '../prioritisation/proposal.ts';
import type { SimulationResult } from '../prioritisation/simulate.ts';
import type { Plan } from './plan.ts';

/** How far a plan has come when a year begins. */
export interface PlanState {
  /** The year in which each initiative that has got money, or is before the board, began. */
  readonly startOf: ReadonlyMap<string, number>;
  readonly rejected: ReadonlySet<string>;
  /** What each solution's pool contribution still held when the year before ended. */
  readonly left: ReadonlyMap<string, Ore>;
}

export const NOT_BEGUN: PlanState = { startOf: new Map(), rejected: new Set(), left: new Map() };

/**
 * What a plan asks of a year's pool. What has begun comes first, as its later costs are commitments of earlier years; then, in the
 * plan's order, what has not: an initiative that was deferred moves its whole cost profile along.
 */
export function askedInYear(plan: Plan, { startOf, rejected }: PlanState, year: number): Proposal {
  const { proposal } = plan;
  const begun = proposal.initiatives.flatMap((initiative) => {
    const start = startOf.get(initiative.initiative);
    return start === undefined ? [] : runningIn(startingIn(initiative, start), year);
  });
  const waiting = proposal.initiatives.filter(
    ({ initiative: id }) => !startOf.has(id) && !rejected.has(id) && !proposal.inPlace.includes(id),
  );
  const starting = waiting
    .filter((initiative) => firstYearOf(plan, initiative) <= year)
    .map((initiative) => startingIn(initiative, year));
  const initiatives = [...begun, ...starting];
  return {
    ...proposal,
    initiatives,
    moves: proposal.moves.filter((move) => isStillMeant(move, proposal, initiatives)),
    inPlace: [...new Set([...proposal.inPlace, ...startOf.keys()])],
  };
}

/** The first year in which a plan asks for an initiative. */
export function firstYearOf({ notBefore }: Plan, initiative: Initiative): number {
  return Math.max(firstCostYear(initiative), notBefore?.get(initiative.initiative) ?? 0);
}

export function firstCostYear({ costs }: Initiative): number {
  return Math.min(...costs.keys());
}

/** The same initiative with its costs moved along, so that the first falls in the year. */
export function startingIn(initiative: Initiative, year: number): Initiative {
  const years = year - firstCostYear(initiative);
  if (years === 0) return initiative;
  return {
    ...initiative,
    costs: new Map([...initiative.costs].map(([costYear, amount]) => [costYear + years, amount])),
  };
}

/** What has begun is past its window of starts; years without cost ask for nothing. */
function runningIn(
  { earliestStart: _, latestStart: __, ...initiative }: Initiative,
  year: number,
): Initiative[] {
  return initiative.costs.has(year) ? [initiative] : [];
}

/** A move names who pays for costs as the proposal has them; when those have moved along, payers follow the usual order. */
function isStillMeant({ to }: RequestedMove, proposal: Proposal, asked: readonly Initiative[]): boolean {
  if (to.kind !== 'initiative') return true;
  const [original, now] = [proposal.initiatives, asked].map((list) =>
    list.find(({ initiative }) => initiative === to.initiative),
  );
  return original !== undefined && now !== undefined && firstCostYear(original) === firstCostYear(now);
}

/** How far the plan has come after a year; what is before the board counts as begun and its money as spent. */
export function stateAfter(state: PlanState, { year, outcomes, solutions }: SimulationResult): PlanState {
  const startOf = new Map(state.startOf);
  const rejected = new Set(state.rejected);
  for (const { recipient, outcome } of outcomes) {
    if (recipient.kind !== 'initiative' || startOf.has(recipient.initiative)) continue;
    if (outcome === 'rejected') rejected.add(recipient.initiative);
    else if (outcome !== 'deferred') startOf.set(recipient.initiative, year);
  }
  return {
    startOf,
    rejected,
    left: new Map(solutions.map(({ solution, poolIfApproved }) => [solution, poolIfApproved])),
  };
}

/** A year's price with what the plan has left over from the year before; what no solution can take any more lapses. */
export function withCarryOver(
  price: YearPrice,
  { left }: PlanState,
): { readonly price: YearPrice; readonly lapsed: Ore } {
  const present = new Set(price.solutions.map(({ solution }) => solution));
  const entries = [...left].map(
    ([solution, amount]): PoolEntry => ({ year: price.year, solution, amount, reason: 'carried over' }),
  );
  const carried = entries.filter(({ solution, amount }) => present.has(solution) && amount > 0n);
  const lapsed = entries.filter(({ solution }) => !present.has(solution));
  const carryOvers = [...price.agreement.carryOvers, ...carried];
  return {
    price: { ...price, agreement: { ...price.agreement, carryOvers } },
    lapsed: sumOre(lapsed.map(({ amount }) => amount)),
  };
}
