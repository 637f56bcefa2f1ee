import { fundsOf } from '../equal-shares/method.ts';
import { fillPurses } from '../equal-shares/purses.ts';
import { runShares } from '../equal-shares/run.ts';
import type { Means } from '../means.ts';
import { leastCostOfMore } from '../optimum/next-value.ts';
import type { Prepared } from '../prepared.ts';
import { type Finding, type SelectionOutcome, sharesCase } from '../select.ts';

/**
 * By how many øre the budget can grow with the same set certain to be chosen, at most `most`; undefined where that
 * is not known: with the completion `add1`, with part funding, or when time runs out.
 */
export function steadyFor(
  prepared: Prepared,
  outcome: SelectionOutcome,
  most: bigint,
  means: Means,
): bigint | undefined {
  if (outcome.kind === 'out-of-time') return undefined;
  if (outcome.kind === 'impossible') return upTo(most, budgetForAnything(prepared, means));
  const { finding } = outcome.selection;
  switch (finding.method) {
    case 'greedy':
      return upTo(most, beforeShortage(finding.shortOf));
    case 'optimum':
      return upTo(most, untilMoreValue(prepared, finding, means));
    case 'equal-shares': {
      const shares = sharesSteadyFor(prepared, most, means);
      if (finding.completion === undefined || shares === undefined) return shares;
      return upTo(shares, beforeShortage(finding.completion.shortOf));
    }
  }
}

/** No end: no budget changes anything. */
type Steady = bigint | 'for-good' | undefined;

function upTo(most: bigint, steady: Steady): bigint | undefined {
  if (steady === undefined) return undefined;
  return steady === 'for-good' || steady > most ? most : steady;
}

function beforeShortage(shortOf: bigint | undefined): Steady {
  return shortOf === undefined ? 'for-good' : shortOf - 1n;
}

function budgetForAnything(prepared: Prepared, means: Means): Steady {
  const { problem, settings, givenFirst } = prepared;
  if (settings.method === 'optimum') return untilCost(prepared, leastCostOfMore(prepared, undefined, means));
  const cost = givenFirst.reduce((sum, place) => sum + (problem.candidates[place]?.cost ?? 0n), 0n);
  return cost > problem.budget ? cost - problem.budget - 1n : 'for-good';
}

function untilMoreValue(
  prepared: Prepared,
  { best, isProven }: Extract<Finding, { method: 'optimum' }>,
  means: Means,
): Steady {
  if (!isProven) return undefined;
  return untilCost(prepared, leastCostOfMore(prepared, best.value.numerator, means));
}

function untilCost({ problem }: Prepared, cost: ReturnType<typeof leastCostOfMore>): Steady {
  if (cost === undefined) return undefined;
  return cost === 'never' ? 'for-good' : cost - problem.budget - 1n;
}

function sharesSteadyFor(prepared: Prepared, most: bigint, { secondsLeft }: Means): bigint | undefined {
  const { settings, electorate } = prepared;
  if (settings.completion.startsWith('add1')) return undefined;
  const shares = sharesCase(prepared);
  const purses = fillPurses(electorate, fundsOf(shares, settings.add1Step), 'budget');
  const run = runShares(shares, purses, {
    steadiness: true,
    isOutOfTime: () => secondsLeft() <= 0,
  });
  return run?.steadiness?.stepsUpTo(most);
}
