import type { Fraction } from '../fraction.ts';
import type { Prepared } from '../prepared.ts';
import type { Grant } from '../problem.ts';
import { columnRange } from '../support-matrix.ts';
import { Walk } from '../walk.ts';
import { type Fate, largestRivals, type Reason } from './reason.ts';

/** What became of each candidate with greedy and with the optimum: what was in the way of those that were not chosen. */
export function fatesBeside(prepared: Prepared, grants: readonly Grant[], isProven: boolean): Fate[] {
  const { problem } = prepared;
  const walk = new Walk(problem);
  for (const { place, amount } of grants) walk.take(place, amount);
  return problem.candidates.map((_, place): Fate => {
    if (walk.has(place)) return { place };
    const effectiveSupport = effectiveSupportOf(prepared, place);
    const reason = reasonFor(prepared, walk, grants, place) ?? withoutReason(prepared, place, isProven);
    return { place, reason, ...(effectiveSupport && { effectiveSupport }) };
  });
}

function reasonFor(
  prepared: Prepared,
  walk: Walk,
  grants: readonly Grant[],
  place: number,
): Reason | undefined {
  const { problem } = prepared;
  const obstacle = walk.obstacle(place);
  if (obstacle !== undefined) return { kind: 'obstacle', obstacle };
  const cost = problem.candidates[place]?.cost ?? 0n;
  if (cost > problem.budget) return { kind: 'money', missing: cost - problem.budget };
  const missing = cost - walk.left;
  return missing > 0n ? { kind: 'rivals', missing, rivals: betterThan(prepared, grants, place) } : undefined;
}

/** Nothing was in the way of it but that it would add nothing, or that the search was not over. */
function withoutReason({ valuation }: Prepared, place: number, isProven: boolean): Reason {
  const hasValue = (valuation.values[place] ?? 0n) > 0n;
  return hasValue && !isProven ? { kind: 'unproven' } : { kind: 'support' };
}

/** No voter pays here, so what a candidate's supporters could have paid is all that they bring of the budget. */
function effectiveSupportOf(
  { problem, electorate, support, votes }: Prepared,
  place: number,
): Fraction | undefined {
  if (problem.voters.length === 0) return undefined;
  const { endowments, totalWeight } = electorate;
  const [first, end] = columnRange(support, place);
  let held = endowments === undefined ? problem.budget * (votes[place] ?? 0n) : 0n;
  for (let at = first; endowments !== undefined && at < end; at++) {
    held += endowments[support.columnGroup[at] ?? 0] ?? 0n;
  }
  const cost = (problem.candidates[place]?.cost ?? 0n) * (endowments === undefined ? totalWeight : 1n);
  return held < cost ? { numerator: held, denominator: cost } : { numerator: 1n, denominator: 1n };
}

/** The chosen ones that are worth at least as much for the money, the dearest first. */
function betterThan({ problem, valuation }: Prepared, grants: readonly Grant[], place: number) {
  const costOf = (other: number) => problem.candidates[other]?.cost ?? 0n;
  const worthOf = (other: number) => valuation.values[other] ?? 0n;
  return largestRivals(
    grants.filter(({ place: rival }) => worthOf(rival) * costOf(place) >= worthOf(place) * costOf(rival)),
  );
}
