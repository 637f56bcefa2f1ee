import Fraction from 'fraction.js';
import type { SelectionRequest } from '../../../data/schema/selection.ts';

/** Greedy written straight from its definition, in fractions and kroner; shares nothing with the engine. For requests without constraints. */

type Initiative = SelectionRequest['initiatives'][number];
type GoesBy = SelectionRequest['utility'] | 'benefit';

const ZERO = new Fraction(0);

/** What greedy chooses, in the order chosen. */
export function referenceGreedy(request: SelectionRequest): string[] {
  const hasVoters = (request.voters ?? []).length > 0;
  return fillGreedily(request, hasVoters ? request.utility : 'benefit', []);
}

/** Goes on from what is chosen already: takes what fits in the rest of the budget, skips what does not. */
export function fillGreedily(
  request: SelectionRequest,
  goesBy: GoesBy,
  already: readonly string[],
): string[] {
  const selected = [...already];
  let left = request.initiatives
    .filter(({ id }) => already.includes(id))
    .reduce((rest, { cost }) => rest.sub(cost), new Fraction(request.budget));
  for (const { id, cost } of greedyOrder(request, goesBy)) {
    if (selected.includes(id) || left.compare(cost) < 0) continue;
    selected.push(id);
    left = left.sub(cost);
  }
  return selected;
}

function greedyOrder(request: SelectionRequest, goesBy: GoesBy): Initiative[] {
  const rank = (initiative: Initiative): number => {
    if (worthOf(request, initiative, goesBy).equals(ZERO)) return 2;
    return Number(initiative.cost) === 0 ? 0 : 1;
  };
  const ratio = (initiative: Initiative) => worthOf(request, initiative, goesBy).div(initiative.cost);
  return request.initiatives.toSorted((first, second) => {
    if (rank(first) !== rank(second)) return rank(first) - rank(second);
    const byRatio = rank(first) === 1 ? ratio(second).compare(ratio(first)) : 0;
    return byRatio || ties(request)(first, second);
  });
}

function worthOf(
  request: SelectionRequest,
  { id, cost, benefit = '0' }: Initiative,
  goesBy: GoesBy,
): Fraction {
  if (goesBy === 'benefit') return new Fraction(benefit);
  const worth = (points: Fraction) =>
    ({ cost: new Fraction(cost), cardinality: new Fraction(1), score: points })[goesBy];
  return supportersOf(request, id).reduce(
    (sum, { weight, points }) => sum.add(weight.mul(worth(points))),
    ZERO,
  );
}

/** Votes of an initiative: the weight of all who give it more than nothing. */
export function votesOf(request: SelectionRequest, id: string): Fraction {
  return supportersOf(request, id).reduce((sum, { weight }) => sum.add(weight), ZERO);
}

function supportersOf({ voters = [] }: SelectionRequest, id: string) {
  return voters
    .map(({ weight = '1', approvals = {} }) => ({
      weight: new Fraction(weight),
      points: new Fraction(approvals[id] ?? '0'),
    }))
    .filter(({ points }) => points.compare(ZERO) > 0);
}

/** Lower cost, more votes, id; or the id alone. */
export function ties(request: SelectionRequest): (first: Initiative, second: Initiative) => number {
  return (first, second) => {
    const byId = first.id < second.id ? -1 : 1;
    if (request.tieBreak === 'id') return byId;
    const byCost = new Fraction(first.cost).compare(second.cost);
    return byCost || votesOf(request, second.id).compare(votesOf(request, first.id)) || byId;
  };
}
