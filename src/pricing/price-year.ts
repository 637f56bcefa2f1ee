import type { Agreement, Solution } from '../agreement/agreement.ts';
import { ratesBetween, type YearRates } from '../agreement/index-data.ts';
import { departedBy, membersOf, solutionsIn } from '../agreement/membership.ts';
import { apportion } from '../money/apportionment.ts';
import {
  type Exact,
  exactFromOre,
  exactFromRate,
  multiply,
  negate,
  roundHalfAwayFromZero,
  subtract,
  sum,
  ZERO,
} from '../money/exact.ts';
import { addOre, negateOre, type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import { accepted, collect, type Result, refused } from '../refusal.ts';
import { cellEfficiencies } from './efficiency.ts';
import { indexFactors } from './indexation.ts';
import { membershipFactor } from './membership-factor.ts';
import type { CellPrice, PriceParts, SolutionPrice, YearPrice } from './year-price.ts';

/**
 * The price of the agreement in one year, of each solution and each component, and its division into base budget
 * and prioritisation pool, with the exact figures behind. Model, section 3.
 *
 * Only the agreement's total is rounded; solutions and components are apportioned from it.
 *
 * @returns refused with `year_before_base`, `index_missing` or `efficiency_exceeds_price`
 */
export function priceYear(agreement: Agreement, year: number): Result<YearPrice> {
  if (year < agreement.baseYear) return yearBeforeBase(agreement.baseYear, year);
  const rates = ratesBetween(agreement, agreement.baseYear, year);
  if (!rates.ok) return rates;
  const exact = exactSolutions(agreement, year, rates.value);
  if (!exact.ok) return exact;
  return accepted(tieToTotal(agreement, year, exact.value));
}

/** The prices of all years from the first to the last; refused for the first year that has no price. */
export function priceYears(
  agreement: Agreement,
  years: { readonly from: number; readonly to: number },
): Result<YearPrice[]> {
  const count = years.to - years.from + 1;
  return collect(Array.from({ length: count }, (_, offset) => priceYear(agreement, years.from + offset)));
}

/** A cell before anything is rounded. */
type ExactCell = Omit<CellPrice, 'amount'>;

interface ExactSolution {
  readonly solution: Solution;
  readonly membershipFactor: Exact;
  readonly cells: readonly ExactCell[];
  readonly efficiency: Exact;
  /** ≤ 0: the price with the membership factor less the price without. */
  readonly membership: Exact;
  readonly exact: Exact;
}

function exactSolutions(
  agreement: Agreement,
  year: number,
  rates: readonly YearRates[],
): Result<ExactSolution[]> {
  const solutions = solutionsIn(agreement, year);
  const bases = solutions.flatMap((solution) =>
    solution.basePrices.map((base) => ({ solution: solution.solution, ...base })),
  );
  const indices = indexFactors(
    rates,
    bases.map(({ wageShare }) => wageShare),
  );
  if (!indices.ok) return indices;
  const indexed = bases.map((base) => {
    const index = indices.value(base.wageShare);
    return { ...base, index, indexed: multiply(exactFromOre(base.amount), index) };
  });
  const efficiencies = cellEfficiencies(indexed, agreement.efficiency, rates);
  if (!efficiencies.ok) return efficiencies;

  const members = membersOf(agreement, year);
  const departed = departedBy(agreement, year);
  return accepted(
    solutions.map((solution) => {
      const factor = membershipFactor(solution, members, departed);
      const cells = indexed.flatMap((cell, place): ExactCell[] => {
        if (cell.solution !== solution.solution) return [];
        const efficiency = efficiencies.value[place] ?? ZERO;
        const exact = multiply(subtract(cell.indexed, efficiency), factor);
        const { component, amount, index, indexed } = cell;
        return [{ component, basePrice: amount, index, indexed, efficiency, exact }];
      });
      const exact = sum(cells.map((cell) => cell.exact));
      const efficiency = sum(cells.map((cell) => cell.efficiency));
      const whole = subtract(sum(cells.map((cell) => cell.indexed)), efficiency);
      return {
        solution,
        membershipFactor: factor,
        cells,
        efficiency,
        membership: subtract(exact, whole),
        exact,
      };
    }),
  );
}

/** Rounds the agreement's total and apportions it downwards, so that every level sums to the one above. */
function tieToTotal(agreement: Agreement, year: number, solutions: readonly ExactSolution[]): YearPrice {
  const exact = sum(solutions.map((solution) => solution.exact));
  const prices = apportion(
    roundHalfAwayFromZero(exact),
    solutions.map((solution) => solution.exact),
  );
  const efficiencies = apportionRounded(solutions.map((solution) => solution.efficiency));
  const withdrawn = apportionRounded(solutions.map(({ membership }) => negate(membership)));
  const reservable = new Set(
    agreement.components.flatMap(({ component, reservable }) => (reservable ? [component] : [])),
  );
  const priced = solutions.map((solution, place): SolutionPrice => {
    const price = prices[place] ?? ZERO_ORE;
    const amounts = apportion(
      price,
      solution.cells.map((cell) => cell.exact),
    );
    const cells = solution.cells.map((cell, cellPlace) => ({
      ...cell,
      amount: amounts[cellPlace] ?? ZERO_ORE,
    }));
    const pool = reservedPool(cells, reservable, solution.solution);
    const basePrice = sumOre(cells.map((cell) => cell.basePrice));
    const efficiency = efficiencies[place] ?? ZERO_ORE;
    const membership = negateOre(withdrawn[place] ?? ZERO_ORE);
    return {
      solution: solution.solution.solution,
      membershipFactor: solution.membershipFactor,
      exact: solution.exact,
      cells,
      basePrice,
      indexation: indexationRest(price, basePrice, efficiency, membership),
      efficiency,
      membership,
      price,
      baseBudget: subtractOre(price, pool),
      pool,
    };
  });
  return { agreement, year, exact, solutions: priced, ...sumParts(priced) };
}

/** Parts of one sign, rounded in total and apportioned. */
function apportionRounded(parts: readonly Exact[]): Ore[] {
  return apportion(roundHalfAwayFromZero(sum(parts)), parts);
}

/** pool(s,y): the reserved share of business maintenance, rounded once. */
function reservedPool(cells: readonly CellPrice[], reservable: ReadonlySet<string>, solution: Solution): Ore {
  const business = sumOre(
    cells.flatMap(({ component, amount }) => (reservable.has(component) ? [amount] : [])),
  );
  return roundHalfAwayFromZero(multiply(exactFromOre(business), exactFromRate(solution.reservedShare)));
}

/** Indexation takes the rest, so that basePrice + indexation − efficiency + membership = price. */
function indexationRest(price: Ore, basePrice: Ore, efficiency: Ore, membership: Ore): Ore {
  return subtractOre(addOre(subtractOre(price, basePrice), efficiency), membership);
}

function sumParts(solutions: readonly SolutionPrice[]): PriceParts {
  const total = (part: keyof PriceParts) => sumOre(solutions.map((solution) => solution[part]));
  return {
    basePrice: total('basePrice'),
    indexation: total('indexation'),
    efficiency: total('efficiency'),
    membership: total('membership'),
    price: total('price'),
    baseBudget: total('baseBudget'),
    pool: total('pool'),
  };
}

function yearBeforeBase(baseYear: number, year: number): Result<never> {
  return refused({
    code: 'year_before_base',
    path: ['years', 'from'],
    message: {
      da: `${year} ligger før aftalens basisår ${baseYear}.`,
      en: `${year} is before the agreement's base year ${baseYear}.`,
    },
    remedy: { da: `Vælg år fra ${baseYear} og frem.`, en: `Choose years from ${baseYear} on.` },
  });
}
