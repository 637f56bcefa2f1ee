import type { Municipality, Solution } from '../agreement/agreement.ts';
import type { ChangeLimits } from '../agreement/allocation-key.ts';
import { clampedShares, type ShareLimits } from '../money/clamped-shares.ts';
import {
  type Exact,
  exactFromOre,
  exactFromRate,
  multiply,
  roundDown,
  roundUp,
  sign,
} from '../money/exact.ts';
import { type Ore, ZERO_ORE } from '../money/ore.ts';
import { complement, growthFactor, type Rate } from '../money/rate.ts';
import { type Refusal, type Result, refused } from '../refusal.ts';
import type { PaidYear } from './paid-year.ts';

/**
 * The exact shares of a solution whose key limits the change from the year before: a municipality that paid for
 * the solution then stays within (1 − fall) and (1 + rise) of that amount, to whole øre inside the limits; what
 * this takes off or adds is carried by the rest. Model, section 4 (caps and floors).
 *
 * @param total ≥ 0
 * @param weights of the members, in their order
 * @returns shares that sum to the total; refused with `limits_unreachable`
 */
export function limitedShares(
  solution: Solution,
  total: Ore,
  weights: readonly Exact[],
  members: readonly Municipality[],
  before: PaidYear,
): Result<Exact[]> {
  const column = before.solutions.indexOf(solution.solution);
  const paid = new Map(
    before.municipalities.map(({ municipality, amounts }) => [municipality, amounts[column] ?? ZERO_ORE]),
  );
  const limits = members.map(({ municipality }, row): ShareLimits => {
    const weight = weights[row];
    if (weight === undefined || sign(weight) === 0) return { least: ZERO_ORE, most: ZERO_ORE };
    return limitsAround(paid.get(municipality) ?? ZERO_ORE, solution.key.limits ?? {});
  });
  const shares = clampedShares(total, weights, limits);
  if (shares.ok) return shares;
  return refused(...shares.refusals.map((refusal) => namingSolution(refusal, solution, before.year + 1)));
}

/** The limits are those of one solution's key in one year: say which. */
function namingSolution(refusal: Refusal, { solution, title }: Solution, year: number): Refusal {
  const { da, en } = refusal.message;
  return {
    ...refusal,
    path: ['changes'],
    message: {
      da: `"${title.da}" (${solution}) i ${year}: ${da}`,
      en: `"${title.en}" (${solution}) in ${year}: ${en}`,
    },
  };
}

/** The least and the most that a municipality may pay when it paid an amount the year before. */
export function limitsAround(paid: Ore, { rise, fall }: ChangeLimits): ShareLimits {
  if (paid === ZERO_ORE) return { least: ZERO_ORE };
  const least = fall === undefined ? ZERO_ORE : roundUp(times(paid, complement(fall)));
  return rise === undefined ? { least } : { least, most: roundDown(times(paid, growthFactor(rise))) };
}

function times(amount: Ore, factor: Rate): Exact {
  return multiply(exactFromOre(amount), exactFromRate(factor));
}
