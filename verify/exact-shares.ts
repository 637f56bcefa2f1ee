import { quotas } from './apportion.ts';
import { clampedShares } from './clamped-shares.ts';
import type { ExpectedSolution } from './expected-year.ts';
import { keyWeights } from './key-weights.ts';
import { holds } from './period.ts';
import type { Rational } from './rational.ts';
import type { Municipality, PaidShares, Solution, Terms } from './terms.ts';

/**
 * Every member's exact share of a solution's price, in the members' order. `undefined` when it hangs on the
 * amounts of a year that neither the agreement knows nor the answer holds. Throws RefusedYear.
 */
export function exactShares(
  terms: Terms,
  { solution, price }: ExpectedSolution,
  members: readonly Municipality[],
  year: number,
  answered: PaidShares | undefined,
): Rational[] | undefined {
  const weights = keyWeights(solution, members);
  const { limits } = solution.key;
  const actual = terms.past.get(year - 1);
  const looksBack = actual !== undefined || hasYearBefore(terms, solution, year);
  if (limits === undefined || !looksBack) return quotas(price, weights);
  const before = actual ?? answered;
  if (before === undefined) return undefined;
  const paid = before.get(solution.solution);
  return clampedShares(
    price,
    weights,
    limits,
    members.map(({ municipality }) => paid?.get(municipality) ?? 0n),
  );
}

/** Limits look back one computed year, if the solution was priced then. */
function hasYearBefore(terms: Terms, { periods }: Solution, year: number): boolean {
  return year > terms.baseYear && periods.some((period) => holds(period, year - 1));
}
