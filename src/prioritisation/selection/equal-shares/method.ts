import { type Ore, ore } from '../../../money/ore.ts';
import { fillGreedily, type GreedyOutcome } from '../greedy.ts';
import type { Completion, IsOutOfTime } from '../problem.ts';
import type { Valuation } from '../valuation.ts';
import { type Funds, fillPurses } from './purses.ts';
import { hasSupport, runShares, type SharesCase, type SharesRun } from './run.ts';

export interface SharesSettings {
  readonly completion: Completion;
  /** By how much `add1` raises each unit of weight at a time; above 0. */
  readonly add1Step: Ore;
  /** What the `greedy` completion goes by: votes, or with `score` points per krone. */
  readonly completionValues: Valuation;
}

/** What the Method of Equal Shares chose. */
export interface SharesOutcome {
  readonly run: SharesRun;
  /** How the purses of that run were filled. */
  readonly funds: Funds;
  readonly completion?: GreedyOutcome;
}

/**
 * The Method of Equal Shares with its completion. Undefined when time runs out. Selection, Method of Equal Shares.
 */
export function equalShares(
  shares: SharesCase,
  settings: SharesSettings,
  isOutOfTime: IsOutOfTime,
): SharesOutcome | undefined {
  const { completion, add1Step } = settings;
  const funds = fundsOf(shares, add1Step);
  const outcome = completion.startsWith('add1')
    ? raiseUntilExhaustive(shares, funds, isOutOfTime)
    : runAt(shares, funds, isOutOfTime);
  if (outcome === undefined || !completion.endsWith('greedy')) return outcome;
  const { problem, tieBreak } = shares;
  return {
    ...outcome,
    completion: fillGreedily(outcome.run.walk, problem, settings.completionValues, tieBreak),
  };
}

/** The purses before any raise. */
export function fundsOf({ problem, givenFirst }: SharesCase, step: Ore): Funds {
  const offTheTop = givenFirst.reduce((sum, place) => sum + (problem.candidates[place]?.cost ?? 0n), 0n);
  return { budget: problem.budget, offTheTop: ore(offTheTop), raises: 0n, step };
}

/** Above this many approvals a run changes with nearly every raise, and to foresee it would cost more than to run again. */
const MOST_APPROVALS_FORESEEN = 50_000;

function runAt(
  shares: SharesCase,
  funds: Funds,
  isOutOfTime: IsOutOfTime,
  steadiness = false,
): SharesOutcome | undefined {
  const purses = fillPurses(shares.electorate, funds, steadiness ? 'raise' : 'none');
  const run = runShares(shares, purses, { steadiness, isOutOfTime });
  return run && { run, funds };
}

/**
 * Completion `add1`: the last outcome within the budget before one that overspends, or the first exhaustive one. Raises for which
 * a run is certain to buy the same are not run one by one.
 */
function raiseUntilExhaustive(
  shares: SharesCase,
  funds: Funds,
  isOutOfTime: IsOutOfTime,
): SharesOutcome | undefined {
  const foresees = shares.support.rowCandidate.length <= MOST_APPROVALS_FORESEEN;
  const lastRaise = raisesUntilAllHoldTheBudget(shares, funds);
  for (let raises = 0n; ; ) {
    const outcome = runAt(shares, { ...funds, raises }, isOutOfTime, foresees);
    if (outcome === undefined) return undefined;
    const { run } = outcome;
    if (run.walk.left < 0n) return runAt(shares, { ...funds, raises: raises - 1n }, isOutOfTime);
    if (isExhaustive(shares, run) || raises >= lastRaise) return outcome;
    const same = run.steadiness?.stepsUpTo(lastRaise - raises) ?? 0n;
    raises = same >= lastRaise - raises ? lastRaise : raises + same + 1n;
  }
}

/** Nothing that has support and costs anything fits in what is left. */
function isExhaustive({ problem, support }: SharesCase, { walk }: SharesRun): boolean {
  return !problem.candidates.some(
    ({ cost }, place) =>
      cost > 0n &&
      hasSupport(support, place) &&
      !walk.has(place) &&
      walk.fits(place) &&
      walk.obstacle(place) === undefined,
  );
}

/** After so many raises each unit of weight holds the whole budget, and nothing can change any more. */
function raisesUntilAllHoldTheBudget({ electorate }: SharesCase, funds: Funds): bigint {
  const { start, growth, grainsPerOre } = fillPurses(electorate, funds, 'raise');
  let most = 0n;
  electorate.weights.forEach((weight, group) => {
    const whole = (funds.budget * grainsPerOre * weight) / electorate.weightPerOne;
    const missing = whole - (start[group] ?? 0n);
    const raise = growth[group] ?? 1n;
    const raises = missing <= 0n ? 0n : (missing + raise - 1n) / raise;
    if (raises > most) most = raises;
  });
  return most;
}
