import { quotas } from './apportion.ts';
import { clampedShares } from './clamped-shares.ts';
import type { ExpectedSolution } from './expected-year.ts';
import { keyWeights } from './key-weights.ts';
import { holds } from './period.ts';
import type { Rational } from './rational.ts';
import type { Municipality, Solution, Terms } from './terms.ts';

/** The answered shares of a year: øre by municipality code, by solution. */
export type AnsweredShares = ReadonlyMap<string, ReadonlyMap<string, bigint>>;

/**
 * Every member's exact share of a solution's price, in the members' order. `undefined` when it hangs on the
 * amounts of a year that the answer does not hold. Throws RefusedYear.
 */
export function exactShares(
  terms: Terms,
  { solution, price }: ExpectedSolution,
  members: readonly Municipality[],
  year: number,
  before: AnsweredShares | undefined,
): Rational[] | undefined {
  const weights = keyWeights(solution, members);
  const { limits } = solution.key;
  if (limits === undefined || !hasYearBefore(terms, solution, year)) return quotas(price, weights);
  if (before === undefined) return undefined;
  const paid = before.get(solution.solution);
  return clampedShares(
    price,
    weights,
    limits,
    members.map(({ municipality }) => paid?.get(municipality) ?? 0n),
  );
}

/** Limits look back one year, if the solution was priced then. */
function hasYearBefore(terms: Terms, { periods }: Solution, year: number): boolean {
  return year > terms.baseYear && periods.some((period) => holds(period, year - 1));
}
