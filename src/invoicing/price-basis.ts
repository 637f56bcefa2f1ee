import type { Solution } from '../agreement/agreement.ts';
import { solutionsIn } from '../agreement/membership.ts';
import { keyWords } from '../explanation/key-words.ts';
import { type Ore, ZERO_ORE } from '../money/ore.ts';
import type { PriceParts, SolutionPrice, YearPrice } from '../pricing/year-price.ts';
import { invariant } from '../refusal.ts';
import { perCitizen } from '../sharing/per-citizen.ts';
import type { MunicipalityShare } from '../sharing/year-shares.ts';

/** What a municipality's amount for one solution rests on. */
export interface SolutionBasis extends PriceParts {
  readonly solution: string;
  /** Danish. */
  readonly title: string;
  /** What the allocation key counts, in Danish. */
  readonly key: string;
  /** The municipality's amount for the whole year. */
  readonly annual: Ore;
  readonly perCitizen: Ore;
}

/** What a municipality's invoices of a year rest on, for people to read. */
export interface PriceBasis {
  readonly agreement: string;
  readonly baseYear: number;
  readonly population: bigint;
  /** The municipality's whole amount for the year, and the price of the agreement it is a part of. */
  readonly annual: Ore;
  readonly agreementPrice: Ore;
  /** The solutions that the municipality pays for, in catalogue order. */
  readonly solutions: readonly SolutionBasis[];
}

/** What the amounts of a municipality rest on in a year. */
export function priceBasis(price: YearPrice, { population, amount, amounts }: MunicipalityShare): PriceBasis {
  const { agreement, year } = price;
  const solutions = solutionsIn(agreement, year);
  return {
    agreement: agreement.title.da,
    baseYear: agreement.baseYear,
    population,
    annual: amount,
    agreementPrice: price.price,
    solutions: price.solutions.flatMap((parts, place) => {
      const solution = solutions[place];
      invariant(solution !== undefined, 'a solution that is priced is in the agreement that year');
      const annual = amounts[place] ?? ZERO_ORE;
      return annual === ZERO_ORE ? [] : [solutionBasis(solution, parts, annual, population)];
    }),
  };
}

function solutionBasis(
  { solution, title, key }: Solution,
  { basePrice, indexation, efficiency, membership, price, baseBudget, pool }: SolutionPrice,
  annual: Ore,
  population: bigint,
): SolutionBasis {
  return {
    solution,
    title: title.da,
    key: keyWords(key).da,
    basePrice,
    indexation,
    efficiency,
    membership,
    price,
    baseBudget,
    pool,
    annual,
    perCitizen: perCitizen(annual, population),
  };
}
