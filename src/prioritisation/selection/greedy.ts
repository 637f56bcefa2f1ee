import type { SelectionProblem } from './problem.ts';
import type { Tie, TieBreak } from './tie-break.ts';
import type { Valuation } from './valuation.ts';
import { Walk } from './walk.ts';

/** What greedy chose beyond what was chosen before it. */
export interface GreedyOutcome {
  readonly walk: Walk;
  /** In the order chosen. */
  readonly taken: readonly number[];
  readonly ties: readonly Tie[];
  /** The least further budget that would have let something in that was skipped; absent: no budget would. */
  readonly shortOf?: bigint;
}

/**
 * Best value for the money first: by Value/cost, what costs nothing but has value before all, what has no value after
 * all; exact equals by the tie-break. Takes what fits in the rest of the budget, skips what does not. Selection, Greedy.
 *
 * What waits for something it depends on gets its turn as soon as that is chosen.
 */
export function greedy(
  problem: SelectionProblem,
  valuation: Valuation,
  tieBreak: TieBreak,
  givenFirst: readonly number[],
): GreedyOutcome {
  const walk = new Walk(problem);
  for (const place of givenFirst) walk.take(place);
  return fillGreedily(walk, problem, valuation, tieBreak);
}

/** Goes on from what a walk has chosen. */
export function fillGreedily(
  walk: Walk,
  problem: SelectionProblem,
  valuation: Valuation,
  tieBreak: TieBreak,
): GreedyOutcome {
  const { inOrder, areEqual } = byValueForMoney(problem, valuation, tieBreak);
  const taken: number[] = [];
  const passedOver: { chosen: number; over: number[] }[] = [];
  let shortOf: bigint | undefined;
  const isOpen = (place: number) => !walk.has(place) && walk.obstacle(place) === undefined;
  const fitting = (place: number): boolean => {
    if (!isOpen(place)) return false;
    const missing = (problem.candidates[place]?.cost ?? 0n) - walk.left;
    if (missing > 0n && (shortOf === undefined || missing < shortOf)) shortOf = missing;
    return missing <= 0n;
  };
  for (let next = inOrder.find(fitting); next !== undefined; next = inOrder.find(fitting)) {
    const chosen = next;
    const equals = inOrder.filter((place) => place !== chosen && areEqual(chosen, place));
    passedOver.push({ chosen, over: equals.filter((place) => isOpen(place) && walk.fits(place)) });
    walk.take(chosen);
    taken.push(chosen);
  }
  const ties = passedOver.flatMap(({ chosen, over }): Tie[] => {
    const lost = over.filter((place) => !walk.has(place));
    if (lost.length === 0) return [];
    return [{ chosen, over: lost.map((place) => ({ place, by: tieBreak.keyBetween(chosen, place) })) }];
  });
  return { walk, taken, ties, ...(shortOf !== undefined && { shortOf }) };
}

/** All candidates, best value for the money first, and which of them are exact equals. */
function byValueForMoney({ candidates }: SelectionProblem, { values }: Valuation, tieBreak: TieBreak) {
  const rank = (place: number): number => {
    if (values[place] === 0n) return 2;
    return candidates[place]?.cost === 0n ? 0 : 1;
  };
  const better = (first: number, second: number): bigint => {
    const ranks = rank(first) - rank(second);
    if (ranks !== 0 || rank(first) !== 1) return BigInt(ranks);
    const costs = [candidates[first]?.cost ?? 0n, candidates[second]?.cost ?? 0n] as const;
    return (values[second] ?? 0n) * costs[0] - (values[first] ?? 0n) * costs[1];
  };
  const compare = (first: number, second: number): number => {
    const difference = better(first, second);
    if (difference === 0n) return tieBreak.compare(first, second);
    return difference < 0n ? -1 : 1;
  };
  return {
    inOrder: candidates.map((_, place) => place).sort(compare),
    areEqual: (first: number, second: number) => better(first, second) === 0n,
  };
}
