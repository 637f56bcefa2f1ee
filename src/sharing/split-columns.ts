import type { Municipality, Solution } from '../agreement/agreement.ts';
import { solutionWeights } from '../agreement/key-weights.ts';
import { membersOf, solutionsIn } from '../agreement/membership.ts';
import { danishKroner, englishKroner } from '../money/danish-figures.ts';
import { sign } from '../money/exact.ts';
import { type Ore, ZERO_ORE } from '../money/ore.ts';
import type { SplitColumn } from '../money/two-way-split.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { accepted, collect, type Result, refused } from '../refusal.ts';
import { limitedShares } from './limited-shares.ts';
import type { PaidYear } from './paid-year.ts';

/**
 * What the two-way split of a year starts from: for each solution in catalogue order its price, and the weights of
 * the year's members by code, with the key's limits against the year before already in them.
 *
 * @param before what was paid in the year before; without them no limits apply
 * @returns refused with `key_without_weight` or `limits_unreachable`
 */
export function splitColumns(
  { agreement, year, solutions: prices }: YearPrice,
  before: PaidYear | undefined,
): Result<SplitColumn[]> {
  const members = membersOf(agreement, year);
  return collect(
    solutionsIn(agreement, year).map((solution, place) => {
      const total = prices[place]?.price ?? ZERO_ORE;
      return columnOf(solution, total, members, year, before);
    }),
  );
}

function columnOf(
  solution: Solution,
  total: Ore,
  members: readonly Municipality[],
  year: number,
  before: PaidYear | undefined,
): Result<SplitColumn> {
  const weights = solutionWeights(solution, members);
  if (total !== ZERO_ORE && weights.every((weight) => sign(weight) === 0))
    return keyWithoutWeight(solution, total, year);
  if (solution.key.limits === undefined || before === undefined) return accepted({ total, weights });
  const shares = limitedShares(solution, total, weights, members, before);
  return shares.ok ? accepted({ total, weights: shares.value }) : shares;
}

function keyWithoutWeight({ solution, title }: Solution, total: Ore, year: number): Result<never> {
  return refused({
    code: 'key_without_weight',
    path: ['changes'],
    message: {
      da: `Ingen kommune har vægt i "${title.da}" (${solution}) i ${year}, så ${danishKroner(total)} har ingen betaler.`,
      en: `No municipality has weight in "${title.en}" (${solution}) in ${year}, so ${englishKroner(total)} has no payer.`,
    },
    remedy: {
      da: 'Giv løsningen en fordelingsnøgle med vægt til mindst ét medlem, eller tag løsningen ud for året.',
      en: 'Give the solution a key with weight for at least one member, or take the solution out for the year.',
    },
  });
}
