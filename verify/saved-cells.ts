import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from './rational.ts';
import { RefusedYear } from './refused-year.ts';
import {
  type Cell,
  type IndexRates,
  type Measure,
  ratesInForce,
  type Solution,
  type Terms,
} from './terms.ts';

/** A cell regulated to a year's level, and what the efficiency regulation takes off it; exact øre. */
export interface SavedCell {
  readonly solution: string;
  readonly component: string;
  readonly indexed: Rational;
  readonly efficiency: Rational;
}

/** The cells of the solutions in the year: rates first, then amounts (model, section 3). Throws RefusedYear. */
export function savedCells(terms: Terms, solutions: readonly Solution[], year: number): readonly SavedCell[] {
  const rates = ratesSince(terms, year);
  const cells = solutions.flatMap(({ solution, cells }) =>
    cells.map((cell) => afterRates(terms, solution, cell, rates)),
  );
  return afterAmounts(terms, cells, rates);
}

/** The rates of every year after the base year, up to and with the year. */
function ratesSince(terms: Terms, year: number): ReadonlyMap<number, IndexRates> {
  const rates = new Map<number, IndexRates>();
  for (let each = terms.baseYear + 1; each <= year; each++) {
    const inForce = ratesInForce(terms, each);
    if (inForce === undefined) throw new RefusedYear(`there is no index data for ${each}`);
    rates.set(each, inForce);
  }
  return rates;
}

function afterRates(
  terms: Terms,
  solution: string,
  cell: Cell,
  rates: ReadonlyMap<number, IndexRates>,
): SavedCell {
  let indexed = rational(cell.ore);
  let left = ONE;
  for (const [year, yearRates] of rates) {
    indexed = multiply(indexed, add(ONE, regulation(cell, year, yearRates)));
    left = multiply(left, subtract(ONE, efficiencyRate(terms.measures, solution, cell.component, year)));
  }
  return { solution, component: cell.component, indexed, efficiency: multiply(indexed, subtract(ONE, left)) };
}

/** pl(s,c,k): the combined rate, or wage and price rate by the cell's wage share, with the level correction. */
function regulation(cell: Cell, year: number, rates: IndexRates): Rational {
  const { wageShare } = cell;
  if (wageShare === undefined) return add(rates.combined, rates.correction);
  if (rates.wage === undefined || rates.price === undefined) {
    throw new RefusedYear(`${cell.component} has a wage share, and ${year} lacks the wage or the price rate`);
  }
  const wage = multiply(wageShare, rates.wage);
  const price = multiply(subtract(ONE, wageShare), rates.price);
  return sum([wage, price, rates.correction]);
}

function efficiencyRate(
  measures: readonly Measure[],
  solution: string,
  component: string,
  year: number,
): Rational {
  const last = measures.findLast(
    (measure) => 'rate' in measure.saving && measure.year === year && covers(measure, solution, component),
  );
  return last !== undefined && 'rate' in last.saving ? last.saving.rate : ZERO;
}

function covers(measure: Measure, solution: string, component: string): boolean {
  return (measure.solutions?.has(solution) ?? true) && (measure.components?.has(component) ?? true);
}

/** Adds to each cell its part of every amount measure, shared in proportion to the indexed prices. */
function afterAmounts(
  terms: Terms,
  cells: readonly SavedCell[],
  rates: ReadonlyMap<number, IndexRates>,
): readonly SavedCell[] {
  return terms.measures.reduce((before, measure) => {
    if (!('ore' in measure.saving) || !rates.has(measure.year)) return before;
    const named = (cell: SavedCell) => covers(measure, cell.solution, cell.component);
    const carrying = sum(before.filter(named).map(({ indexed }) => indexed));
    if (compare(carrying, ZERO) === 0) return before;
    const perOre = divide(carried(rational(measure.saving.ore), measure.year, rates), carrying);
    return before.map((cell) =>
      named(cell) ? { ...cell, efficiency: add(cell.efficiency, multiply(cell.indexed, perOre)) } : cell,
    );
  }, cells);
}

/** An amount of one year at the price level of the last: its own year's regulation is in it already. */
function carried(amount: Rational, since: number, rates: ReadonlyMap<number, IndexRates>): Rational {
  let level = amount;
  for (const [year, { combined, correction }] of rates) {
    if (year > since) level = multiply(level, sum([ONE, combined, correction]));
  }
  return level;
}
