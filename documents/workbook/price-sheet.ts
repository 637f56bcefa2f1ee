import type { EfficiencyMeasure } from '../../src/agreement/agreement.ts';
import { ratesBetween } from '../../src/agreement/index-data.ts';
import { covers } from '../../src/agreement/scope.ts';
import {
  divide,
  type Exact,
  exactFromOre,
  exactFromRate,
  multiply,
  sign,
  sum,
  ZERO,
} from '../../src/money/exact.ts';
import { sumOre } from '../../src/money/ore.ts';
import { rateMeasure } from '../../src/pricing/efficiency.ts';
import { generalGrowth } from '../../src/pricing/price-level.ts';
import type { CellPrice, SolutionPrice, YearPrice } from '../../src/pricing/year-price.ts';
import { invariant } from '../../src/refusal.ts';
import type { Sheet } from '../../tables/xlsx/sheet.ts';
import type { Assumptions } from './assumptions.ts';
import type { BasePrices } from './base-prices.ts';
import { figure, kroner, regulation } from './figures.ts';
import { Grid, type Reference } from './grid.ts';

/** The prices of a year, as later sheets refer to them. */
export interface PriceSheet {
  readonly sheet: Sheet;
  readonly agreementPrice: Reference;
  readonly solutionPrices: readonly Reference[];
  /** Sums that must be the price: of solutions, of components, and of base budget and pool. */
  readonly sums: Readonly<Record<'solutions' | 'components' | 'budgets', string>>;
}

/** What a float may lie below an exact half øre: so little that no other rounding is touched. */
const HALF = '+0.000001';

/** A component of a solution with the row it stands in. */
interface PlacedCell extends CellPrice {
  readonly solution: string;
  readonly row: number;
}

const SOLUTIONS_TOP = 7;
const [BASE, INDEX, INDEXED, EFFICIENCY, FACTOR, EXACT, REGULATION, AMOUNT] = [2, 3, 4, 5, 6, 7, 8, 9];
const SOLUTION = { exact: 1, regulation: 2, price: 3, base: 4, pool: 5 } as const;

/** The sheet *Priser* of a year: from base prices to the price of the agreement, its solutions and components. */
export function priceSheet(price: YearPrice, assumptions: Assumptions, bases: BasePrices): PriceSheet {
  const { agreement, year, solutions } = price;
  const grid = new Grid(`Priser ${year}`, [36, 30, 18, 18, 18, 18, 14, 18, 14, 18]);
  grid.put(0, 1, `Priser ${year}, kr. uden moms`, 'title');
  const cellsTop = SOLUTIONS_TOP + solutions.length + 3;
  let row = cellsTop;
  const cells = solutions.flatMap(({ solution, cells: own }) =>
    own.map((cell): PlacedCell => ({ ...cell, solution, row: row++ })),
  );
  const last = row - 1;
  const amounts = setAmountMeasures(grid, price, assumptions, cells, last + 3);
  grid.header(cellsTop - 1, [
    'Løsning',
    'Komponent',
    `Basispris ${agreement.baseYear}`,
    'Indeks',
    'Indekseret',
    'Effektivisering',
    'Medlemsfaktor',
    'Eksakt pris',
    'Øreregulering',
    'Beløb',
  ]);
  const exactSum = grid.range(EXACT, cellsTop, last);
  grid.put(0, 3, 'Eksakt pris i alt');
  const exactTotal = grid.formula(1, 3, `SUM(${exactSum})`, kroner(price.exact), 'exact');
  grid.put(0, 4, 'Aftalens pris');
  const agreementPrice = grid.formula(1, 4, `ROUND(${exactTotal}${HALF},2)`, price.price, 'total');
  grid.header(SOLUTIONS_TOP - 1, [
    'Løsning',
    'Eksakt pris',
    'Øreregulering',
    'Pris',
    'Heraf basisdrift',
    'Heraf pulje',
  ]);
  const solutionPrices = solutions.map((solution, place) =>
    setSolution(
      grid,
      { price, solution, row: SOLUTIONS_TOP + place },
      { assumptions, cells, exactTotal, agreementPrice },
    ),
  );
  for (const cell of cells) {
    const place = solutions.findIndex(({ solution }) => solution === cell.solution);
    const own = solutions[place];
    invariant(own !== undefined, 'a cell belongs to a solution');
    setCell(
      grid,
      { price, solution: own, cell },
      { assumptions, bases, amounts, row: SOLUTIONS_TOP + place },
    );
  }
  const lastSolution = SOLUTIONS_TOP + solutions.length - 1;
  return {
    sheet: grid.sheet(0, 1),
    agreementPrice,
    solutionPrices,
    sums: {
      solutions: `SUM(${grid.range(SOLUTION.price, SOLUTIONS_TOP, lastSolution)})`,
      components: `SUM(${grid.range(AMOUNT, cellsTop, last)})`,
      budgets: `SUM(${grid.reference(SOLUTION.base, SOLUTIONS_TOP)}:${grid.reference(SOLUTION.pool, lastSolution).split('!')[1]})`,
    },
  };
}

interface SolutionPlace {
  readonly price: YearPrice;
  readonly solution: SolutionPrice;
  readonly row: number;
}

interface SolutionBasis {
  readonly assumptions: Assumptions;
  readonly cells: readonly PlacedCell[];
  readonly exactTotal: Reference;
  readonly agreementPrice: Reference;
}

/** A solution's part of the agreement's price, and what of it is reserved. */
function setSolution(
  grid: Grid,
  { price, solution, row }: SolutionPlace,
  { assumptions, cells, exactTotal, agreementPrice }: SolutionBasis,
): Reference {
  const { solutions: catalogue, components } = price.agreement;
  const own = cells.filter((cell) => cell.solution === solution.solution);
  const reservable = new Set(components.flatMap((each) => (each.reservable ? [each.component] : [])));
  const reserved = own.filter(({ component }) => reservable.has(component));
  grid.put(
    0,
    row,
    catalogue.find((each) => each.solution === solution.solution)?.title.da ?? solution.solution,
  );
  const exact = grid.formula(
    SOLUTION.exact,
    row,
    sumOf(own.map((cell) => grid.reference(EXACT, cell.row))),
    kroner(solution.exact),
    'exact',
  );
  const quota = quotaOf(exactFromOre(price.price), solution.exact, price.exact);
  const adjusted = grid.put(SOLUTION.regulation, row, regulation(solution.price, quota), 'regulation');
  const amount = grid.formula(
    SOLUTION.price,
    row,
    apportioned(agreementPrice, exact, exactTotal, adjusted),
    solution.price,
    'money',
  );
  const share = assumptions.reservedShare(solution.solution);
  const business = sumOf(reserved.map((cell) => grid.reference(AMOUNT, cell.row)));
  const pool = grid.formula(
    SOLUTION.pool,
    row,
    `ROUND(${share}*${business}${HALF},2)`,
    solution.pool,
    'money',
  );
  grid.formula(SOLUTION.base, row, `${amount}-${pool}`, solution.baseBudget, 'money');
  return amount;
}

interface CellPlace {
  readonly price: YearPrice;
  readonly solution: SolutionPrice;
  readonly cell: PlacedCell;
}

interface CellBasis {
  readonly assumptions: Assumptions;
  readonly bases: BasePrices;
  readonly amounts: readonly AmountPlace[];
  /** The row of the cell's solution. */
  readonly row: number;
}

function setCell(
  grid: Grid,
  { price, solution, cell }: CellPlace,
  { assumptions, bases, amounts, row: solutionRow }: CellBasis,
): void {
  const { agreement, year } = price;
  const { row } = cell;
  const at = { solution: cell.solution, component: cell.component };
  const found = agreement.solutions.find((each) => each.solution === cell.solution);
  grid.put(0, row, found?.title.da ?? cell.solution);
  grid.put(
    1,
    row,
    agreement.components.find((each) => each.component === cell.component)?.title.da ?? cell.component,
  );
  const base = grid.formula(
    BASE,
    row,
    bases.basePrice(cell.solution, cell.component),
    cell.basePrice,
    'money',
  );
  const wageShare = found?.basePrices.find((each) => each.component === cell.component)?.wageShare;
  const index = grid.formula(
    INDEX,
    row,
    assumptions.index(wageShare, year) ?? '1',
    figure(cell.index),
    'factor',
  );
  const indexed = grid.formula(INDEXED, row, `${base}*${index}`, kroner(cell.indexed), 'exact');
  const efficiency = efficiencyFormula(price, at, indexed, { assumptions, amounts });
  const saved = grid.formula(EFFICIENCY, row, efficiency, kroner(cell.efficiency), 'exact');
  const factor = grid.put(FACTOR, row, figure(solution.membershipFactor), 'factor');
  const exact = grid.formula(EXACT, row, `(${indexed}-${saved})*${factor}`, kroner(cell.exact), 'exact');
  const quota = quotaOf(exactFromOre(solution.price), cell.exact, solution.exact);
  const adjusted = grid.put(REGULATION, row, regulation(cell.amount, quota), 'regulation');
  const [total, whole] = [
    grid.reference(SOLUTION.price, solutionRow),
    grid.reference(SOLUTION.exact, solutionRow),
  ];
  grid.formula(AMOUNT, row, apportioned(total, exact, whole, adjusted), cell.amount, 'money');
}

/** Rates take indexed · (1 − Π (1 − e)); amounts take their part of it for each krone. */
function efficiencyFormula(
  { agreement, year }: YearPrice,
  at: { readonly solution: string; readonly component: string },
  indexed: Reference,
  { assumptions, amounts }: Pick<CellBasis, 'assumptions' | 'amounts'>,
): string {
  const years = Array.from(
    { length: year - agreement.baseYear },
    (_, place) => agreement.baseYear + place + 1,
  );
  const left = years.flatMap((each) => {
    const measure = rateMeasure(at, agreement.efficiency, each);
    return measure === undefined ? [] : [`(1-${assumptions.measure(measure)})`];
  });
  const rate = left.length === 0 ? '0' : `(1-${left.join('*')})`;
  const perKrone = amounts.flatMap(({ measure, reference }) =>
    covers(measure, at) ? [`+${reference}`] : [],
  );
  return `${indexed}*(${rate}${perKrone.join('')})`;
}

/** An efficiency amount's part of each krone that it covers. */
interface AmountPlace {
  readonly measure: EfficiencyMeasure;
  readonly reference: Reference;
}

/** Amounts of efficiency, carried to the year and shared over the cells that they cover. */
function setAmountMeasures(
  grid: Grid,
  { agreement, year }: YearPrice,
  assumptions: Assumptions,
  cells: readonly PlacedCell[],
  top: number,
): AmountPlace[] {
  const inForce = agreement.efficiency.filter(
    (measure) => measure.year > agreement.baseYear && measure.year <= year,
  );
  const amounts = inForce.filter((measure) => measure.form === 'amount');
  if (amounts.length === 0) return [];
  grid.header(top, [
    'Effektiviseringsbeløb fra',
    `Ført til ${year}`,
    'Dækket indekseret pris',
    'Andel af hver krone',
  ]);
  return amounts.map((measure, place) => {
    const row = top + 1 + place;
    const rates = ratesBetween(agreement, measure.year, year);
    invariant(rates.ok, 'a year that is priced has index data');
    const carriedValue = multiply(exactFromOre(measure.amount), exactFromRate(generalGrowth(rates.value)));
    const covered = cells.filter((cell) => covers(measure, cell));
    const coveredValue = sum(covered.map(({ indexed }) => indexed));
    const growth = rates.value.map((each) => `*${assumptions.growth(each.year)}`).join('');
    grid.put(0, row, String(measure.year));
    const carried = grid.formula(
      1,
      row,
      `${assumptions.measure(measure)}${growth}`,
      kroner(carriedValue),
      'exact',
    );
    const whole = grid.formula(
      2,
      row,
      sumOf(covered.map((cell) => grid.reference(INDEXED, cell.row))),
      kroner(coveredValue),
      'exact',
    );
    const share = sign(coveredValue) === 0 ? ZERO : divide(carriedValue, coveredValue);
    const reference = grid.formula(3, row, `IF(${whole}=0,0,${carried}/${whole})`, figure(share), 'factor');
    return { measure, reference };
  });
}

function quotaOf(total: Exact, part: Exact, whole: Exact): Exact {
  return sign(whole) === 0 ? ZERO : divide(multiply(total, part), whole);
}

/** An amount's part of a total, to the øre. */
export function apportioned(total: string, part: string, whole: string, adjusted: string): string {
  return `IF(${whole}=0,0,ROUND(${total}*${part}/${whole}+${adjusted},2))`;
}

function sumOf(references: readonly Reference[]): string {
  return references.length === 0 ? '0' : `SUM(${references.join(',')})`;
}

/** The amounts of components, summed: what the check sheet compares. */
export function componentSum({ solutions }: YearPrice) {
  return sumOre(solutions.flatMap(({ cells }) => cells.map(({ amount }) => amount)));
}
