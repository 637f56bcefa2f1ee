import type { Agreement, Municipality, Solution } from '../agreement/agreement.ts';
import { solutionWeights } from '../agreement/key-weights.ts';
import { membersOf, solutionsIn } from '../agreement/membership.ts';
import { danishKroner, englishKroner } from '../money/danish-figures.ts';
import { type Exact, sign } from '../money/exact.ts';
import { type Ore, sumOre, ZERO_ORE } from '../money/ore.ts';
import { type SplitColumn, splitTwoWay } from '../money/two-way-split.ts';
import { priceYear } from '../pricing/price-year.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { accepted, collect, type Result, refused } from '../refusal.ts';
import { limitedShares } from './limited-shares.ts';
import type { YearShares } from './year-shares.ts';

/**
 * What each municipality pays in each of the years, exact for solutions and municipalities at once.
 * Model, section 4.
 *
 * @param prices consecutive years of one agreement, in order
 * @returns refused with `key_without_weight` or `limits_unreachable`, naming the year and the solution
 */
export function shareYears(prices: readonly YearPrice[]): Result<YearShares[]> {
  const years: YearShares[] = [];
  for (const price of prices) {
    const shares = shareYear(price, years.at(-1));
    if (!shares.ok) return shares;
    years.push(shares.value);
  }
  return accepted(years);
}

function shareYear(price: YearPrice, previous: YearShares | undefined): Result<YearShares> {
  const { agreement, year } = price;
  const members = membersOf(agreement, year);
  const solutions = solutionsIn(agreement, year);
  const before = yearBefore(price, solutions, previous);
  if (!before.ok) return before;
  const weightsByKey = new Map<string, Exact[]>();
  const columns = collect(
    solutions.map((solution, place) => {
      const total = price.solutions[place]?.price ?? ZERO_ORE;
      return columnOf(solution, total, members, year, before.value, weightsByKey);
    }),
  );
  if (!columns.ok) return columns;
  const split = splitTwoWay(columns.value);
  return accepted({
    year,
    solutions: solutions.map(({ solution }) => solution),
    municipalities: members.map(({ municipality, population }, row) => {
      const amounts = split.map((column) => column[row] ?? ZERO_ORE);
      return { municipality, population, amount: sumOre(amounts), amounts };
    }),
  });
}

/** The shares of the year before: needed only where a key limits the change, and there is such a year. */
function yearBefore(
  { agreement, year }: YearPrice,
  solutions: readonly Solution[],
  previous: YearShares | undefined,
): Result<YearShares | undefined> {
  if (previous !== undefined || year === agreement.baseYear) return accepted(previous);
  if (solutions.every(({ key }) => key.limits === undefined)) return accepted(undefined);
  return shareOf(agreement, year - 1);
}

function shareOf(agreement: Agreement, year: number): Result<YearShares> {
  const price = priceYear(agreement, year);
  return price.ok ? shareYear(price.value, undefined) : price;
}

function columnOf(
  solution: Solution,
  total: Ore,
  members: readonly Municipality[],
  year: number,
  before: YearShares | undefined,
  weightsByKey: Map<string, Exact[]>,
): Result<SplitColumn> {
  const weights = sharedWeights(solution, members, weightsByKey);
  if (total !== ZERO_ORE && weights.every((weight) => sign(weight) === 0))
    return keyWithoutWeight(solution, total, year);
  if (solution.key.limits === undefined || before === undefined) return accepted({ total, weights });
  const shares = limitedShares(solution, total, weights, members, before);
  return shares.ok ? accepted({ total, weights: shares.value }) : shares;
}

/**
 * Weights of kinds that depend on the municipalities alone are computed once a year, so that solutions with the
 * same key also share the same list (and the split its whole-number form).
 */
function sharedWeights(
  solution: Solution,
  members: readonly Municipality[],
  known: Map<string, Exact[]>,
): Exact[] {
  const { key, participants } = solution;
  if (participants !== undefined || key.kind === 'weights' || key.kind === 'mix')
    return solutionWeights(solution, members);
  const name =
    key.kind === 'population-tiered' ? `${key.kind} ${key.threshold} ${key.weightAbove}` : key.kind;
  const weights = known.get(name) ?? solutionWeights(solution, members);
  known.set(name, weights);
  return weights;
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
