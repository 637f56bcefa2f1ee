import type { Agreement, Solution } from '../agreement/agreement.ts';
import { solutionsIn } from '../agreement/membership.ts';
import { type Exact, terms } from '../money/exact.ts';
import { apportionWhole, roundFraction, sumOfWhole } from './apportion-whole.ts';
import { SAFE_LIMIT } from './compiled-key.ts';
import { type CompiledCell, compiledCells } from './compiled-solution.ts';
import { type ExactCells, exactCells } from './exact-cells.ts';
import { memberships, sharedDenominator } from './memberships.ts';
import { rosterOf } from './roster.ts';
import { powerOfTen, scaledRate } from './scaled.ts';
import { factorsByYear, type YearFactors } from './year-factors.ts';
import type { SolutionFigures, YearFigures } from './year-figures.ts';

/**
 * The prices of years as `priceYears` gives them, in dense arrays of whole øre.
 *
 * @returns undefined where a year has no price or an amount is beyond `SAFE_LIMIT`: the plain path answers these
 */
export function priceFigures(
  agreement: Agreement,
  years: { readonly from: number; readonly to: number },
): YearFigures[] | undefined {
  if (years.from < agreement.baseYear) return undefined;
  const cells = agreement.solutions.flatMap(compiledCells);
  const factors = factorsByYear(agreement, cells, years.to);
  if (factors === undefined) return undefined;
  const figures: YearFigures[] = [];
  for (let year = years.from; year <= years.to; year++) {
    const ofYear = factors.get(year);
    const priced = ofYear && yearFigures(agreement, ofYear);
    if (priced === undefined) return undefined;
    figures.push(priced);
  }
  return figures;
}

function yearFigures(agreement: Agreement, factors: YearFactors): YearFigures | undefined {
  const { year } = factors;
  const solutions = solutionsIn(agreement, year);
  const places = cellPlaces(agreement, solutions);
  const cells = solutions.flatMap(compiledCells);
  const known = places.flatMap((place) => factors.cells[place] ?? []);
  if (known.length < cells.length) return undefined;
  const exact = exactCells(cells, known, agreement.efficiency, factors.growthSince, {
    after: agreement.baseYear,
    upTo: year,
  });
  if (exact === undefined) return undefined;
  const sums = solutionSums(solutions, exact, memberships(solutions, rosterOf(agreement, year)));
  const price = roundFraction(sumOfWhole(sums.map((sum) => sum.exact)), sums[0]?.denominator ?? 1n);
  const basePrice = sumOfWhole(cells.map(({ base }) => base));
  if (price > SAFE_LIMIT || basePrice > SAFE_LIMIT) return undefined;
  return { year, solutions, ...tied(agreement, solutions, cells, sums, price) };
}

/** Where the cells of the solutions stand among all cells of the catalogue. */
function cellPlaces(agreement: Agreement, solutions: readonly Solution[]): number[] {
  const places: number[] = [];
  const wanted = new Set(solutions);
  let place = 0;
  for (const solution of agreement.solutions) {
    for (const _ of solution.basePrices) {
      if (wanted.has(solution)) places.push(place);
      place += 1;
    }
  }
  return places;
}

/** The exact figures of one solution over the denominator that all solutions of the year share. */
interface SolutionSum {
  readonly denominator: bigint;
  readonly cells: readonly bigint[];
  readonly exact: bigint;
  readonly efficiency: bigint;
  /** ≥ 0: what has left. */
  readonly withdrawn: bigint;
}

function solutionSums(
  solutions: readonly Solution[],
  { denominator, indexed, kept }: ExactCells,
  factors: readonly Exact[] | undefined,
): SolutionSum[] {
  const parts = factors?.map(terms);
  const widened = sharedDenominator(parts);
  let first = 0;
  return solutions.map(({ basePrices }, place) => {
    const own = kept.slice(first, first + basePrices.length);
    const ownIndexed = indexed.slice(first, first + basePrices.length);
    first += basePrices.length;
    const left = parts?.[place];
    const share = left === undefined ? 1n : left.numerator * (widened / left.denominator);
    const cells = left === undefined ? own : own.map((cell) => cell * share);
    const exact = sumOfWhole(cells);
    const whole = sumOfWhole(own) * widened;
    return {
      denominator: denominator * widened,
      cells,
      exact,
      efficiency: sumOfWhole(ownIndexed) * widened - whole,
      withdrawn: whole - exact,
    };
  });
}

/** Apportions the agreement's price downwards, so that every level sums to the one above, as `priceYear` does. */
function tied(
  agreement: Agreement,
  solutions: readonly Solution[],
  cells: readonly CompiledCell[],
  sums: readonly SolutionSum[],
  rounded: bigint,
): Pick<YearFigures, 'figures' | 'components' | 'prices'> {
  const prices = apportionWhole(
    rounded,
    sums.map(({ exact }) => exact),
  );
  const efficiencies = apportionedSum(sums, ({ efficiency }) => efficiency);
  const withdrawn = apportionedSum(sums, ({ withdrawn }) => withdrawn);
  const figures = emptyFigures(solutions.length);
  const reservable = new Set(
    agreement.components.flatMap(({ component, reservable }) => (reservable ? [component] : [])),
  );
  const components: Float64Array[] = [];
  let first = 0;
  for (const [place, { reservedShare, basePrices }] of solutions.entries()) {
    const own = cells.slice(first, first + basePrices.length);
    first += basePrices.length;
    const price = prices[place] ?? 0n;
    const amounts = apportionWhole(price, sums[place]?.cells ?? []);
    let business = 0n;
    for (const [cell, { component }] of own.entries())
      if (reservable.has(component)) business += amounts[cell] ?? 0n;
    const share = scaledRate(reservedShare);
    const pool = Number(roundFraction(business * share.digits, powerOfTen(share.scale)));
    const base = Number(sumOfWhole(own.map((cell) => cell.base)));
    const efficiency = Number(efficiencies[place] ?? 0n);
    // Not −0, which JSON and comparisons would tell from 0.
    const membership = 0 - Number(withdrawn[place] ?? 0n);
    figures.price[place] = Number(price);
    figures.pool[place] = pool;
    figures.baseBudget[place] = Number(price) - pool;
    figures.basePrice[place] = base;
    figures.efficiency[place] = efficiency;
    figures.membership[place] = membership;
    figures.indexation[place] = Number(price) - base + efficiency - membership;
    components.push(Float64Array.from(amounts, Number));
  }
  return { prices: figures.price, figures, components };
}

/** Parts of one sign, rounded in total and apportioned. */
function apportionedSum(sums: readonly SolutionSum[], part: (sum: SolutionSum) => bigint): bigint[] {
  const parts = sums.map(part);
  return apportionWhole(roundFraction(sumOfWhole(parts), sums[0]?.denominator ?? 1n), parts);
}

function emptyFigures(count: number): SolutionFigures {
  return {
    basePrice: new Float64Array(count),
    indexation: new Float64Array(count),
    efficiency: new Float64Array(count),
    membership: new Float64Array(count),
    price: new Float64Array(count),
    baseBudget: new Float64Array(count),
    pool: new Float64Array(count),
  };
}
