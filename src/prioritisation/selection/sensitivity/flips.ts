import { ore } from '../../../money/ore.ts';
import { costOfEverything } from '../conflict.ts';
import type { Means } from '../means.ts';
import type { Prepared } from '../prepared.ts';
import { select } from '../select.ts';
import { smallestTurn, type Turning } from './smallest-change.ts';
import { withBenefit, withBudget, withCost, withVotes } from './variants.ts';

/** What is changed to turn a loser into a winner or the reverse. */
export type FlipKind = 'more-budget' | 'less-budget' | 'cost' | 'votes' | 'benefit';

/** The smallest change of one kind that turns a candidate; `turning.steps` in øre, units of weight or units of benefit. */
export interface Flip {
  readonly place: number;
  readonly kind: FlipKind;
  /** Whether the candidate is chosen as things are. */
  readonly isChosen: boolean;
  /** Up or down: a winner falls out when it costs more, a loser comes in when it costs less. */
  readonly direction: 1n | -1n;
  readonly turning: Turning;
}

/**
 * The flips of some candidates: the smallest change of the budget (up and down), of the candidate's cost, and of its votes, or of its
 * benefit where that is what the method goes by, after which it is chosen if it is not and is not if it is. Every flip was seen: the
 * method was run at the change and one step below it. Selection, "Flip".
 */
export function flipsOf(
  prepared: Prepared,
  chosen: ReadonlySet<number>,
  places: readonly number[],
  means: Means,
): Flip[] {
  return places.flatMap((place) => {
    const isChosen = chosen.has(place);
    return trialsFor(prepared, place, isChosen).map(({ kind, direction, most, at }): Flip => {
      const turnsAt = (steps: bigint): boolean | undefined => {
        if (means.secondsLeft() <= 0) return undefined;
        const outcome = select(at(steps * direction), means);
        if (outcome.kind === 'out-of-time') return undefined;
        return holds(outcome, place) !== isChosen;
      };
      return { place, kind, isChosen, direction, turning: smallestTurn(most, turnsAt) };
    });
  });
}

function holds(outcome: ReturnType<typeof select>, place: number): boolean {
  return outcome.kind === 'selected' && outcome.selection.grants.some((grant) => grant.place === place);
}

interface Trial {
  readonly kind: FlipKind;
  readonly direction: 1n | -1n;
  readonly most: bigint;
  readonly at: (change: bigint) => Prepared;
}

function trialsFor(prepared: Prepared, place: number, isChosen: boolean): Trial[] {
  const { problem, electorate, valuation, votes } = prepared;
  const { budget } = problem;
  const cost = problem.candidates[place]?.cost ?? 0n;
  const direction = isChosen ? -1n : 1n;
  const vote = votes[place] ?? 0n;
  const value = valuation.values[place] ?? 0n;
  const byBudget = { at: (change: bigint) => withBudget(prepared, ore(budget + change)) };
  const trials: Trial[] = [
    { kind: 'more-budget', direction: 1n, most: budgetOfSense(prepared) - budget, ...byBudget },
    { kind: 'less-budget', direction: -1n, most: budget, ...byBudget },
    {
      kind: 'cost',
      direction: isChosen ? 1n : -1n,
      most: isChosen ? budget + 1n - cost : cost - leastCostOfSense(prepared),
      at: (change) => withCost(prepared, place, ore(cost + change)),
    },
  ];
  if (valuation.of === 'benefit') {
    const most = isChosen ? value : valuation.values.reduce((sum, other) => sum + other, 1n);
    return [
      ...trials,
      { kind: 'benefit', direction, most, at: (change) => withBenefit(prepared, place, change) },
    ];
  }
  const most = isChosen ? vote : electorate.totalWeight - vote;
  return [...trials, { kind: 'votes', direction, most, at: (change) => withVotes(prepared, place, change) }];
}

/** With Equal Shares what costs nothing has no utility `cost`, and is not bought: the least cost is an øre. */
function leastCostOfSense({ settings }: Prepared): bigint {
  return settings.method === 'equal-shares' && settings.utility === 'cost' ? 1n : 0n;
}

/**
 * A budget that more of would change nothing: it pays for everything and, where voters hold it, the supporters of even the least
 * supported candidate can pay for everything alone.
 */
function budgetOfSense({ problem, settings, electorate, votes }: Prepared): bigint {
  const everything = costOfEverything(problem);
  if (settings.method !== 'equal-shares') return everything;
  const fewest = votes
    .filter((vote) => vote > 0n)
    .reduce((least, vote) => (vote < least ? vote : least), electorate.totalWeight);
  return fewest === 0n ? everything : (everything * electorate.totalWeight) / fewest + 1n;
}
