import { type Ore, ore } from '../../../money/ore.ts';
import { costOfEverything } from '../conflict.ts';
import type { Means } from '../means.ts';
import type { Prepared } from '../prepared.ts';
import type { Grant } from '../problem.ts';
import { type SelectionOutcome, select } from '../select.ts';
import { steadyFor } from './steady.ts';
import { withBudget } from './variants.ts';

/** From this budget on, until the next point, this set is chosen; amounts of part funding are those at this budget. */
export interface FrontierPoint {
  readonly budget: Ore;
  /** By place; empty also where nothing is possible. */
  readonly grants: readonly Grant[];
  readonly isPossible: boolean;
}

export interface Frontier {
  readonly points: readonly FrontierPoint[];
  /** Every change of the set from a budget of nothing up to the cost of everything is there. */
  readonly isComplete: boolean;
}

/** A frontier of more points than this is of no use to a reader. */
const MOST_POINTS = 2_000;

/**
 * What is chosen as the budget grows from nothing to the cost of everything, with the points where the set changes. Each step goes as
 * far as the set is certain to stay the same, so that no change is missed. Where nothing is certain (`add1`, part funding) changes are
 * searched for: between budgets at equal distances, and halving wherever two of them differ. Selection, "Frontier".
 */
export function frontierOf(prepared: Prepared, means: Means): Frontier {
  const isCertain = steadyFor(prepared, select(prepared, means), 0n, means) !== undefined;
  return isCertain ? followed(prepared, means) : searched(prepared, means);
}

function followed(prepared: Prepared, means: Means): Frontier {
  const end = costOfEverything(prepared.problem);
  const points: FrontierPoint[] = [];
  for (let budget = 0n; budget <= end; ) {
    const at = withBudget(prepared, ore(budget));
    const outcome = select(at, means);
    if (isAtAnEnd(outcome, points, means)) return { points, isComplete: false };
    addPoint(points, pointFrom(ore(budget), outcome));
    const steady = steadyFor(at, outcome, end - budget, means);
    if (steady === undefined) return { points, isComplete: false };
    budget += steady + 1n;
  }
  return { points, isComplete: true };
}

/** Budgets tried before any halving. */
const TRIED = 100n;

function searched(prepared: Prepared, means: Means): Frontier {
  const end = costOfEverything(prepared.problem);
  const points: FrontierPoint[] = [];
  const pointAt: PointAt = (budget) => {
    const outcome = select(withBudget(prepared, ore(budget)), means);
    return isAtAnEnd(outcome, points, means) ? undefined : pointFrom(ore(budget), outcome);
  };
  let before = pointAt(0n);
  if (before !== undefined) points.push(before);
  for (let trial = 1n; trial <= TRIED; trial++) {
    const after = pointAt((end * trial) / TRIED);
    if (before === undefined || after === undefined) break;
    if (!addChanges(points, before, after, pointAt)) break;
    before = after;
  }
  return { points, isComplete: false };
}

type PointAt = (budget: bigint) => FrontierPoint | undefined;

/** Adds the changes between two budgets, each found to the øre; false when time runs out. */
function addChanges(
  points: FrontierPoint[],
  before: FrontierPoint,
  after: FrontierPoint,
  pointAt: PointAt,
): boolean {
  if (isSame(before, after)) return true;
  if (after.budget - before.budget <= 1n) {
    addPoint(points, after);
    return true;
  }
  const middle = pointAt((before.budget + after.budget) / 2n);
  if (middle === undefined) return false;
  return addChanges(points, before, middle, pointAt) && addChanges(points, middle, after, pointAt);
}

function isAtAnEnd(
  outcome: SelectionOutcome,
  points: readonly FrontierPoint[],
  { secondsLeft }: Means,
): boolean {
  return outcome.kind === 'out-of-time' || secondsLeft() <= 0 || points.length >= MOST_POINTS;
}

function pointFrom(budget: Ore, outcome: SelectionOutcome): FrontierPoint {
  if (outcome.kind !== 'selected') return { budget, grants: [], isPossible: false };
  const grants = outcome.selection.grants.toSorted((first, second) => first.place - second.place);
  return { budget, grants, isPossible: true };
}

function addPoint(points: FrontierPoint[], point: FrontierPoint): void {
  const before = points.at(-1);
  if (before === undefined || !isSame(before, point)) points.push(point);
}

function isSame(first: FrontierPoint, second: FrontierPoint): boolean {
  return (
    first.isPossible === second.isPossible &&
    first.grants.length === second.grants.length &&
    first.grants.every(({ place }, index) => place === second.grants[index]?.place)
  );
}
