import type { Prepared } from '../prepared.ts';
import type { Grant } from '../problem.ts';
import { Walk } from '../walk.ts';
import { type Fate, largestRivals, type Reason } from './reason.ts';

/** What became of each candidate with greedy and with the optimum: what was in the way of those that were not chosen. */
export function fatesBeside(prepared: Prepared, grants: readonly Grant[], isProven: boolean): Fate[] {
  const { problem, valuation } = prepared;
  const walk = new Walk(problem);
  const spent = grants.reduce((sum, { amount }) => sum + amount, 0n);
  for (const { place, amount } of grants) walk.take(place, amount);
  return problem.candidates.map(({ cost }, place): Fate => {
    if (walk.has(place)) return { place };
    const obstacle = walk.obstacle(place);
    if (obstacle !== undefined) return { place, reason: { kind: 'obstacle', obstacle } };
    if (cost > problem.budget) return { place, reason: { kind: 'money', missing: cost - problem.budget } };
    const missing = cost - (problem.budget - spent);
    if (missing > 0n)
      return { place, reason: { kind: 'rivals', missing, rivals: betterThan(prepared, grants, place) } };
    const hasValue = (valuation.values[place] ?? 0n) > 0n;
    const reason: Reason = hasValue && !isProven ? { kind: 'unproven' } : { kind: 'support' };
    return { place, reason };
  });
}

/** The chosen ones that are worth at least as much for the money, the dearest first. */
function betterThan({ problem, valuation }: Prepared, grants: readonly Grant[], place: number) {
  const costOf = (other: number) => problem.candidates[other]?.cost ?? 0n;
  const worthOf = (other: number) => valuation.values[other] ?? 0n;
  return largestRivals(
    grants.filter(({ place: rival }) => worthOf(rival) * costOf(place) >= worthOf(place) * costOf(rival)),
  );
}
