import type { YearPrice } from '../pricing/year-price.ts';
import type { Refusal } from '../refusal.ts';
import type { Initiative } from './initiative.ts';
import type { Proposal, RequestedMove } from './proposal.ts';
import {
  areaUnknown,
  bodyUnknown,
  dependsInCircle,
  initiativeTwice,
  initiativeUnknown,
  requestedAmountNotPositive,
  solutionNotPriced,
} from './proposal-refusals.ts';

/**
 * Every reason, in the order of the document, why a proposal cannot be read against the price of a year: it
 * names what is not there, or its dependencies run in a circle. Moves of other years are left alone.
 */
export function checkProposal(proposal: Proposal, price: YearPrice): Refusal[] {
  const { agreement } = price;
  const isBodyKnown = agreement.bodies.some(({ body }) => body === proposal.body);
  return [
    ...(isBodyKnown ? [] : [bodyUnknown(proposal.body)]),
    ...proposal.initiatives.flatMap((initiative, place) =>
      checkInitiative(proposal, initiative, place, price),
    ),
    ...proposal.moves.flatMap((move, place) =>
      move.year === price.year ? checkMove(proposal, move, place, price) : [],
    ),
    ...checkCircles(proposal.initiatives),
  ];
}

function checkInitiative(
  proposal: Proposal,
  initiative: Initiative,
  place: number,
  price: YearPrice,
): Refusal[] {
  const { initiative: id, area, targetSolution } = initiative;
  const path = ['initiatives', place];
  const isRepeated = proposal.initiatives.findIndex((other) => other.initiative === id) < place;
  const isAreaKnown = price.agreement.areas.some((candidate) => candidate.area === area);
  const isTargetPriced = targetSolution === undefined || isPriced(price, targetSolution);
  return [
    ...(isRepeated ? [initiativeTwice([...path, 'id'], id)] : []),
    ...(isAreaKnown ? [] : [areaUnknown([...path, 'area'], area)]),
    ...(isTargetPriced ? [] : [solutionNotPriced([...path, 'target'], targetSolution, price.year)]),
  ];
}

function checkMove(proposal: Proposal, move: RequestedMove, place: number, price: YearPrice): Refusal[] {
  const { from, to, amount } = move;
  const path = ['moves', place];
  const recipient =
    to.kind === 'initiative'
      ? proposal.initiatives.some(({ initiative }) => initiative === to.initiative)
        ? []
        : [initiativeUnknown([...path, 'to', 'initiative'], to.initiative)]
      : checkPriced(price, to.solution, [...path, 'to', 'solution']);
  return [
    ...(amount > 0n ? [] : [requestedAmountNotPositive([...path, 'amount'])]),
    ...checkPriced(price, from.solution, [...path, 'from', 'solution']),
    ...recipient,
  ];
}

function checkPriced(price: YearPrice, solution: string, path: Refusal['path']): Refusal[] {
  return isPriced(price, solution) ? [] : [solutionNotPriced(path, solution, price.year)];
}

function isPriced(price: YearPrice, solution: string): boolean {
  return price.solutions.some((candidate) => candidate.solution === solution);
}

/** The first circle of dependencies within the proposal, if there is one. */
function checkCircles(initiatives: readonly Initiative[]): Refusal[] {
  const byId = new Map(initiatives.map((initiative) => [initiative.initiative, initiative]));
  const cleared = new Set<string>();
  const circleFrom = (id: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    if (cleared.has(id)) return undefined;
    for (const next of byId.get(id)?.dependsOn ?? []) {
      const circle = circleFrom(next, [...trail, id]);
      if (circle !== undefined) return circle;
    }
    cleared.add(id);
    return undefined;
  };
  for (const [place, { initiative }] of initiatives.entries()) {
    const circle = circleFrom(initiative, []);
    if (circle !== undefined) return [dependsInCircle(['initiatives', place, 'dependsOn'], circle)];
  }
  return [];
}
