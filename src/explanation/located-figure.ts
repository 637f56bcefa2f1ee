import type { CellPrice, PriceParts, SolutionPrice, YearPrice } from '../pricing/year-price.ts';
import { accepted, type Result } from '../refusal.ts';
import type { MunicipalityShare, YearShares } from '../sharing/year-shares.ts';
import type { FigureAddress, FigureName } from './figure.ts';
import { noSuchFigure } from './unknown-figure.ts';

/** A figure found in a price answer, with the parts of the answer that it lies in. */
export type LocatedFigure =
  | LocatedPart
  | {
      readonly level: 'component';
      readonly price: YearPrice;
      readonly solution: SolutionPrice;
      readonly cell: CellPrice;
      /** `basePrice` is not shown in the answer, but every derivation starts from it. */
      readonly part: 'amount' | 'basePrice';
    }
  | LocatedShare;

/** A part of the price of the agreement, or of a solution when there is one. */
export interface LocatedPart {
  readonly level: 'price';
  readonly price: YearPrice;
  readonly solution?: SolutionPrice;
  readonly part: keyof PriceParts;
}

/** What a municipality pays in all, or for a solution when there is one. */
export interface LocatedShare {
  readonly level: 'share';
  readonly price: YearPrice;
  readonly shares: YearShares;
  readonly share: MunicipalityShare;
  readonly solution?: SolutionPrice;
  readonly part: 'amount' | 'perCitizen';
}

/**
 * Finds the figure at an address. Refused, in this order, with `year_not_priced`, `solution_not_priced`,
 * `component_not_priced`, `municipality_not_member` or `figure_not_here`.
 */
export function locate(
  prices: readonly YearPrice[],
  shares: readonly YearShares[],
  address: FigureAddress,
): Result<LocatedFigure> {
  const price = prices.find(({ year }) => year === address.year);
  if (price === undefined) return noSuchFigure('year_not_priced', address);
  const solution = price.solutions.find((candidate) => candidate.solution === address.solution);
  if (address.solution !== undefined && solution === undefined)
    return noSuchFigure('solution_not_priced', address);
  if (address.municipality !== undefined) return locateShare(price, shares, solution, address);
  return address.component === undefined
    ? locatePart(price, solution, address)
    : locateCell(price, solution, address);
}

/** The agreement's own names of parts that a solution has under shorter ones. */
const AGREEMENT_NAMES: Partial<Record<FigureName, keyof PriceParts>> = {
  basePriceSum: 'basePrice',
  agreementPrice: 'price',
};
const SOLUTION_NAMES: Partial<Record<FigureName, keyof PriceParts>> = {
  basePrice: 'basePrice',
  price: 'price',
};
const COMMON_NAMES: Partial<Record<FigureName, keyof PriceParts>> = {
  indexation: 'indexation',
  efficiency: 'efficiency',
  membership: 'membership',
  baseBudget: 'baseBudget',
  pool: 'pool',
};

function locatePart(
  price: YearPrice,
  solution: SolutionPrice | undefined,
  address: FigureAddress,
): Result<LocatedFigure> {
  const names = solution === undefined ? AGREEMENT_NAMES : SOLUTION_NAMES;
  const part = names[address.figure] ?? COMMON_NAMES[address.figure];
  if (part === undefined) return noSuchFigure('figure_not_here', address);
  return accepted({ level: 'price', price, part, ...(solution === undefined ? {} : { solution }) });
}

function locateCell(
  price: YearPrice,
  solution: SolutionPrice | undefined,
  address: FigureAddress,
): Result<LocatedFigure> {
  if (solution === undefined) return noSuchFigure('figure_not_here', address);
  const cell = solution.cells.find(({ component }) => component === address.component);
  if (cell === undefined) return noSuchFigure('component_not_priced', address);
  const part = address.figure;
  if (part !== 'amount' && part !== 'basePrice') return noSuchFigure('figure_not_here', address);
  return accepted({ level: 'component', price, solution, cell, part });
}

function locateShare(
  price: YearPrice,
  years: readonly YearShares[],
  solution: SolutionPrice | undefined,
  address: FigureAddress,
): Result<LocatedFigure> {
  const shares = years.find(({ year }) => year === address.year);
  const share = shares?.municipalities.find(({ municipality }) => municipality === address.municipality);
  if (shares === undefined || share === undefined) return noSuchFigure('municipality_not_member', address);
  const part = address.figure;
  const fits = part === 'amount' || (part === 'perCitizen' && solution === undefined);
  if (!fits || address.component !== undefined) return noSuchFigure('figure_not_here', address);
  return accepted({
    level: 'share',
    price,
    shares,
    share,
    part,
    ...(solution === undefined ? {} : { solution }),
  });
}
