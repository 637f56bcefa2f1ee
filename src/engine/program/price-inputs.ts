import type { Agreement, EfficiencyMeasure } from '../../agreement/agreement.ts';
import { ratesOf } from '../../agreement/index-data.ts';
import { solutionsIn } from '../../agreement/membership.ts';
import { covers } from '../../agreement/scope.ts';
import { terms } from '../../money/exact.ts';
import { memberships } from '../memberships.ts';
import { rosterOf } from '../roster.ts';
import { type Scaled, scaledRate } from '../scaled.ts';

/** Where a number stands among the numbers of `PriceInputs`. */
type Place = number;

/** Everything that the prices of years are computed from: the numbers, and how they belong together. */
export interface PriceInputs {
  /** Base prices in kroner, rates and shares: what changes of a scenario may set one by one. */
  readonly numbers: readonly Scaled[];
  readonly shape: PriceShape;
}

/** How the numbers belong together. Two agreements of one shape differ in their numbers alone. */
export interface PriceShape {
  readonly solutions: readonly SolutionShape[];
  /** The cells of all solutions, in catalogue order. */
  readonly cells: readonly CellShape[];
  /** Every year after the base year, up to the last one asked for. */
  readonly regulated: readonly RegulatedYear[];
  readonly priced: readonly PricedYearShape[];
}

interface SolutionShape {
  readonly solution: string;
  readonly reservedShare: Place;
  /** Its cells among all: from the first to before the last. */
  readonly cells: readonly [first: number, end: number];
}

interface CellShape {
  readonly base: Place;
  readonly wageShare: Scaled | undefined;
  readonly isReservable: boolean;
}

export interface RegulatedYear {
  readonly combined: Place;
  readonly correction: Place;
  readonly wage: Place | undefined;
  readonly price: Place | undefined;
  /** For each cell its efficiency rate, if it has one. */
  readonly efficiency: readonly (Place | undefined)[];
}

export interface PricedYearShape {
  /** Years after the base year. */
  readonly age: number;
  /** Places of the solutions in the agreement. */
  readonly solutions: readonly number[];
  /** What is left of each one's price after withdrawals; undefined where all of every price is. */
  readonly memberships: readonly Membership[] | undefined;
}

export interface Membership {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Kroner, so that a base price is the number that a change states. */
const ORE_DECIMALS = 2;

/**
 * @returns undefined where a year has no price, and where an amount of efficiency counts: its part of a cell depends on all other cells, so it is
 * left to the engine
 */
export function priceInputs(
  agreement: Agreement,
  years: { readonly from: number; readonly to: number },
): PriceInputs | undefined {
  const { baseYear, efficiency } = agreement;
  if (years.from < baseYear) return undefined;
  if (efficiency.some(({ form, year }) => form === 'amount' && year > baseYear && year <= years.to))
    return undefined;
  const numbers: Scaled[] = [];
  const placed = (number: Scaled): Place => numbers.push(number) - 1;
  const { solutions, cells } = catalogueShape(agreement, placed);
  const regulated: RegulatedYear[] = [];
  for (let year = baseYear + 1; year <= years.to; year++) {
    const shape = regulatedYear(agreement, year, placed);
    if (shape === undefined) return undefined;
    regulated.push(shape);
  }
  const priced: PricedYearShape[] = [];
  for (let year = years.from; year <= years.to; year++) priced.push(pricedYear(agreement, year));
  return { numbers, shape: { solutions, cells, regulated, priced } };
}

function catalogueShape(
  { solutions, components }: Agreement,
  placed: (number: Scaled) => Place,
): Pick<PriceShape, 'solutions' | 'cells'> {
  const reservable = new Set(
    components.flatMap(({ component, reservable }) => (reservable ? [component] : [])),
  );
  const cells: CellShape[] = [];
  return {
    cells,
    solutions: solutions.map(({ solution, reservedShare, basePrices }) => {
      const first = cells.length;
      for (const { component, amount, wageShare } of basePrices)
        cells.push({
          base: placed({ digits: amount, scale: ORE_DECIMALS }),
          wageShare: wageShare === undefined ? undefined : scaledRate(wageShare),
          isReservable: reservable.has(component),
        });
      return {
        solution,
        reservedShare: placed(scaledRate(reservedShare)),
        cells: [first, cells.length] as const,
      };
    }),
  };
}

function regulatedYear(
  agreement: Agreement,
  year: number,
  placed: (number: Scaled) => Place,
): RegulatedYear | undefined {
  const rates = ratesOf(agreement, year);
  if (!rates.ok) return undefined;
  const { combined, correction, wage, price } = rates.value;
  const measures = agreement.efficiency.flatMap((measure) =>
    measure.form === 'rate' && measure.year === year
      ? [{ measure, place: placed(scaledRate(measure.rate)) }]
      : [],
  );
  return {
    combined: placed(scaledRate(combined)),
    correction: placed(scaledRate(correction)),
    wage: wage && placed(scaledRate(wage)),
    price: price && placed(scaledRate(price)),
    efficiency: agreement.solutions.flatMap(({ solution, basePrices }) =>
      basePrices.map(({ component }) => lastCovering(measures, { solution, component })),
    ),
  };
}

function lastCovering(
  measures: readonly { readonly measure: EfficiencyMeasure; readonly place: Place }[],
  cell: { readonly solution: string; readonly component: string },
): Place | undefined {
  return measures.findLast(({ measure }) => covers(measure, cell))?.place;
}

function pricedYear(agreement: Agreement, year: number): PricedYearShape {
  const included = solutionsIn(agreement, year);
  const factors = memberships(included, rosterOf(agreement, year));
  return {
    age: year - agreement.baseYear,
    solutions: included.map((solution) => agreement.solutions.indexOf(solution)),
    memberships: factors?.map(terms),
  };
}

/** The same text for inputs of the same shape. */
export function shapeName({ shape }: PriceInputs): string {
  return JSON.stringify(shape, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
