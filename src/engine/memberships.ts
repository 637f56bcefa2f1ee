import type { Solution } from '../agreement/agreement.ts';
import type { Exact } from '../money/exact.ts';
import { compareRates, WHOLE } from '../money/rate.ts';
import { membershipFactor } from '../pricing/membership-factor.ts';
import type { Roster } from './roster.ts';

/** What is left of each solution's price after withdrawals; undefined where all of every price is. */
export function memberships(
  solutions: readonly Solution[],
  { members, departed }: Roster,
): Exact[] | undefined {
  if (departed.every(({ fixedShare }) => compareRates(fixedShare, WHOLE) === 0)) return undefined;
  return solutions.map((solution) => membershipFactor(solution, members, departed));
}

/** A common multiple of the denominators; 1 where there are none. */
export function sharedDenominator(factors: readonly { readonly denominator: bigint }[] = []): bigint {
  const denominators = new Set(factors.map(({ denominator }) => denominator));
  return denominators.values().reduce((product, denominator) => product * denominator, 1n);
}
