import { sharedDenominator } from '../memberships.ts';
import { powerOfTen } from '../scaled.ts';
import type { PricedYearShape, PriceShape } from './price-inputs.ts';
import type { Regulation } from './regulation.ts';

/** The largest relative error of one rounding. */
const ROUNDOFF = 2 ** -53;
/** Of the last steps: a membership factor (3) and its product, twice; the ratio of total and sum, the quota, its fraction, the bound itself. */
const OTHER_ROUNDINGS = 16;

/** A year as its price is computed again and again: what stands, in places of the numbers that vary. */
export interface YearPlan {
  /** Years after the base year. */
  readonly age: number;
  /** Where the solutions of the year stand in the catalogue. */
  readonly catalogue: readonly number[];
  readonly solutions: readonly SolutionPlan[];
  /** By cell of the year: where its base price stands among the numbers, and its history among the factors. */
  readonly bases: Int32Array;
  readonly histories: Int32Array;
  /** What numbers times factors are divided by for øre. */
  readonly denominator: bigint;
  /** How far quotas of a total may be from the exact ones, as a fraction of them: the roundings that they have been through. */
  readonly tolerance: number;
}

export interface SolutionPlan {
  /** Its cells among those of the year: from the first to before the last. */
  readonly from: number;
  readonly to: number;
  /** Cells of business maintenance. */
  readonly reservable: readonly number[];
  /** Where its reserved share stands among the numbers, and what that is a fraction of. */
  readonly share: number;
  readonly shareUnit: number;
  /** What is left of its price after withdrawals: but for rounding errors, and as a whole number that solutions share the unit of. */
  readonly membership: number;
  readonly exactMembership: bigint;
}

/** @param scaleOf how many decimals a number has */
export function yearPlan(
  shape: PriceShape,
  year: PricedYearShape,
  regulation: Regulation,
  scaleOf: (place: number) => number,
): YearPlan {
  const { age } = year;
  const included = year.solutions.flatMap((place) => shape.solutions[place] ?? []);
  const places = included.flatMap(({ cells: [first, end] }) =>
    Array.from({ length: end - first }, (_, offset) => first + offset),
  );
  const mostCells = Math.max(0, ...included.map(({ cells: [first, end] }) => end - first));
  const roundings = 2 * (regulation.roundings(age) + mostCells) + included.length + OTHER_ROUNDINGS;
  const unit = sharedDenominator(year.memberships);
  let end = 0;
  return {
    age,
    catalogue: year.solutions,
    solutions: included.map(({ cells: [first, last], reservedShare }, place): SolutionPlan => {
      const from = end;
      end += last - first;
      const { numerator, denominator } = year.memberships?.[place] ?? { numerator: 1n, denominator: 1n };
      return {
        from,
        to: end,
        reservable: reservableAmong(shape, first, last).map((offset) => from + offset),
        share: reservedShare,
        shareUnit: Number(powerOfTen(scaleOf(reservedShare))),
        membership: Number(numerator) / Number(denominator),
        exactMembership: numerator * (unit / denominator),
      };
    }),
    bases: Int32Array.from(places, (cell) => shape.cells[cell]?.base ?? 0),
    histories: Int32Array.from(places, (cell) => regulation.historyOf(age, cell)),
    denominator: powerOfTen(regulation.decimals(age)) * unit,
    tolerance: roundings * ROUNDOFF,
  };
}

function reservableAmong({ cells }: PriceShape, first: number, end: number): number[] {
  return cells.slice(first, end).flatMap(({ isReservable }, offset) => (isReservable ? [offset] : []));
}
