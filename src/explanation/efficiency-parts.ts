import type { EfficiencyMeasure } from '../agreement/agreement.ts';
import { covers } from '../agreement/scope.ts';
import {
  divide,
  type Exact,
  exactFromRate,
  multiply,
  ONE,
  sign,
  subtract,
  sum,
  ZERO,
} from '../money/exact.ts';
import { complement } from '../money/rate.ts';
import { rateMeasure } from '../pricing/efficiency.ts';
import { carryAmount } from '../pricing/price-level.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import type { PriceScope, ScopeCell } from './price-scope.ts';
import { settled } from './settled.ts';

export type RateMeasure = Extract<EfficiencyMeasure, { form: 'rate' }>;
export type AmountMeasure = Extract<EfficiencyMeasure, { form: 'amount' }>;

/** An amount measure and the part of it that the cells of a scope carry. */
export interface CarriedAmount {
  readonly measure: AmountMeasure;
  /** The amount at the price level of the year priced. */
  readonly carried: Exact;
  readonly part: Exact;
}

/** The rate measures that at least one cell of the scope is regulated by, by year. */
export function rateMeasures(scope: PriceScope): RateMeasure[] {
  const used = new Set(scope.cells.flatMap((cell) => measuresOf(scope.price, cell)));
  return [...used].sort((first, second) => first.year - second.year);
}

/** What the rates take from the cells of the scope: Σ indexed · (1 − Π (1 − e(k))). */
export function takenByRates(scope: PriceScope): Exact {
  return sum(
    scope.cells.map((cell) => {
      const left = measuresOf(scope.price, cell).map(({ rate }) => exactFromRate(complement(rate)));
      return multiply(cell.price.indexed, subtract(ONE, left.reduce(multiply, ONE)));
    }),
  );
}

/** The amount measures in force that cover at least one cell of the scope, in the agreement's order. */
export function carriedAmounts(scope: PriceScope): CarriedAmount[] {
  const { agreement, year } = scope.price;
  return agreement.efficiency.flatMap((measure) => {
    if (measure.form !== 'amount' || measure.year <= agreement.baseYear || measure.year > year) return [];
    const covered = scope.cells.filter((cell) => covers(measure, idOf(cell)));
    if (covered.length === 0) return [];
    const carried = settled(carryAmount(agreement, measure.amount, measure.year, year));
    const named = indexedUnder(measure, scope.price);
    const indexed = sum(covered.map(({ price }) => price.indexed));
    const part = sign(named) === 0 ? ZERO : multiply(carried, divide(indexed, named));
    return [{ measure, carried, part }];
  });
}

function measuresOf(price: YearPrice, cell: ScopeCell): RateMeasure[] {
  const { agreement, year } = price;
  const years = Array.from(
    { length: year - agreement.baseYear },
    (_, place) => agreement.baseYear + 1 + place,
  );
  return years.flatMap((known) => rateMeasure(idOf(cell), agreement.efficiency, known) ?? []);
}

function indexedUnder(measure: AmountMeasure, price: YearPrice): Exact {
  return sum(
    price.solutions.flatMap(({ solution, cells }) =>
      cells.filter(({ component }) => covers(measure, { solution, component })).map(({ indexed }) => indexed),
    ),
  );
}

function idOf({ solution, base }: ScopeCell): { solution: string; component: string } {
  return { solution: solution.solution, component: base.component };
}
