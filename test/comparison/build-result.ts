import type { Agreement, Solution } from '../../src/agreement/agreement.ts';
import type { ScenarioResult } from '../../src/comparison/scenario-result.ts';
import { exactFromInteger, exactFromOre, ONE } from '../../src/money/exact.ts';
import { type Ore, ore, sumOre } from '../../src/money/ore.ts';
import { ZERO_RATE } from '../../src/money/rate.ts';
import { splitTwoWay } from '../../src/money/two-way-split.ts';
import type { PriceParts, SolutionPrice, YearPrice } from '../../src/pricing/year-price.ts';
import type { YearShares } from '../../src/sharing/year-shares.ts';

/** The parts of a solution's price in øre; what is left out is zero. */
export interface BuiltSolution {
  readonly basePrice: bigint;
  readonly indexation?: bigint;
  readonly efficiency?: bigint;
  readonly membership?: bigint;
  readonly pool?: bigint;
}

/** One year of a result: the price by solution, and the population of each member. */
export interface BuiltYear {
  readonly year: number;
  readonly solutions: Readonly<Record<string, BuiltSolution>>;
  readonly members: Readonly<Record<string, bigint>>;
}

/** The solutions that results are built from, in catalogue order (which is not the order of the alphabet). */
export const CATALOGUE = ['valg', 'aula', 'sapa', 'flis'] as const;

/**
 * A result as the engine gives it, built from chosen parts: prices tie, and every solution is split over the
 * members by population.
 */
export function buildResult(id: string, years: readonly BuiltYear[]): ScenarioResult {
  return { id, prices: years.map(yearPrice), shares: years.map((built) => yearShares(built)) };
}

function yearPrice({ year, solutions }: BuiltYear): YearPrice {
  const prices = CATALOGUE.flatMap((solution) => {
    const parts = solutions[solution];
    return parts === undefined ? [] : [solutionPrice(solution, parts)];
  });
  const total = (part: keyof PriceParts) => sumOre(prices.map((price) => price[part]));
  return {
    agreement: AGREEMENT,
    year,
    exact: exactFromOre(total('price')),
    solutions: prices,
    basePrice: total('basePrice'),
    indexation: total('indexation'),
    efficiency: total('efficiency'),
    membership: total('membership'),
    price: total('price'),
    baseBudget: total('baseBudget'),
    pool: total('pool'),
  };
}

function solutionPrice(solution: string, built: BuiltSolution): SolutionPrice {
  const { basePrice, indexation = 0n, efficiency = 0n, membership = 0n, pool = 0n } = built;
  const price = basePrice + indexation - efficiency + membership;
  return {
    solution,
    membershipFactor: ONE,
    exact: exactFromInteger(price),
    cells: [],
    basePrice: ore(basePrice),
    indexation: ore(indexation),
    efficiency: ore(efficiency),
    membership: ore(membership),
    price: ore(price),
    baseBudget: ore(price - pool),
    pool: ore(pool),
  };
}

function yearShares(built: BuiltYear): YearShares {
  const members = Object.entries(built.members).sort(([first], [second]) => (first < second ? -1 : 1));
  const weights = members.map(([, population]) => exactFromInteger(population));
  const { year, solutions } = yearPrice(built);
  const split = splitTwoWay(solutions.map(({ price }) => ({ total: price, weights })));
  return {
    year,
    solutions: solutions.map(({ solution }) => solution),
    municipalities: members.map(([municipality, population], row) => {
      const amounts = split.flatMap((column): Ore[] => column.slice(row, row + 1));
      return { municipality, population, amount: sumOre(amounts), amounts };
    }),
  };
}

const EXAMPLE = { kind: 'example' } as const;

const AGREEMENT: Agreement = {
  agreement: 'built',
  version: '1',
  title: { da: 'Bygget', en: 'Built' },
  baseYear: 2025,
  components: [],
  solutions: CATALOGUE.map(
    (solution, order): Solution => ({
      solution,
      order,
      title: { da: solution, en: solution },
      area: 'area',
      group: 'agreement',
      periods: [{ firstYear: 2026 }],
      basePrices: [],
      reservedShare: ZERO_RATE,
      reservedShareProvenance: EXAMPLE,
      key: { kind: 'population' },
      keyProvenance: EXAMPLE,
    }),
  ),
  index: [],
  indexOverrides: [],
  efficiency: [],
  municipalities: [],
  areas: [],
  bodies: [],
  criteria: [],
  commitments: [],
  carryOvers: [],
};
