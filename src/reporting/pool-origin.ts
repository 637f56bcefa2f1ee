import { exactFromOre } from '../money/exact.ts';
import { type Ore, sumOre, ZERO_ORE } from '../money/ore.ts';
import { splitTwoWay } from '../money/two-way-split.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { perCitizen } from '../sharing/per-citizen.ts';
import type { YearShares } from '../sharing/year-shares.ts';

/** What one municipality has paid into a year's pool. */
export interface MunicipalityContribution {
  readonly municipality: string;
  readonly population: bigint;
  readonly amount: Ore;
  readonly perCitizen: Ore;
  /** One for each solution of the year, in catalogue order. */
  readonly amounts: readonly Ore[];
}

/** Where a year's prioritisation pool (*prioriteringspulje*) came from; rows and columns tie. */
export interface PoolOrigin {
  readonly amount: Ore;
  readonly perCitizen: Ore;
  /** In catalogue order. */
  readonly solutions: readonly { readonly solution: string; readonly amount: Ore }[];
  readonly municipalities: readonly MunicipalityContribution[];
}

/**
 * Who has paid for the pool of a year: a municipality's part of a solution's pool follows its share of the
 * solution's price, split two ways so that solutions and municipalities are exact at once.
 */
export function poolOrigin({ solutions, pool }: YearPrice, shares: YearShares): PoolOrigin {
  const split = splitTwoWay(
    solutions.map((solution, column) => ({
      total: solution.pool,
      weights: shares.municipalities.map(({ amounts }) => exactFromOre(amounts[column] ?? ZERO_ORE)),
    })),
  );
  const population = shares.municipalities.reduce((total, row) => total + row.population, 0n);
  return {
    amount: pool,
    perCitizen: population === 0n ? ZERO_ORE : perCitizen(pool, population),
    solutions: solutions.map(({ solution, pool: amount }) => ({ solution, amount })),
    municipalities: shares.municipalities.map(({ municipality, population }, row) => {
      const amounts = split.map((column) => column[row] ?? ZERO_ORE);
      const amount = sumOre(amounts);
      return { municipality, population, amount, perCitizen: perCitizen(amount, population), amounts };
    }),
  };
}
