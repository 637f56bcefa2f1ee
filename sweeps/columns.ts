import type { Agreement } from '../src/agreement/agreement.ts';
import type { YearAmounts, YearFigures } from '../src/engine/year-figures.ts';
import type { FigureAddress } from '../src/explanation/figure.ts';
import type { Detail, Sweep } from './sweep.ts';

/** The figures that a sweep computes at every point: of each year the agreement's, then the solutions', then the municipalities'. */
export function columnsOf(
  { years, detail }: Pick<Sweep, 'years' | 'detail'>,
  agreement: Agreement,
): FigureAddress[] {
  const columns: FigureAddress[] = [];
  for (let year = years.from; year <= years.to; year++) {
    columns.push(
      { year, figure: 'agreementPrice' },
      { year, figure: 'baseBudget' },
      { year, figure: 'pool' },
    );
    if (detail === 'agreement') continue;
    for (const { solution } of agreement.solutions) columns.push({ year, figure: 'price', solution });
    if (detail === 'solutions') continue;
    for (const { municipality } of agreement.municipalities)
      columns.push({ year, figure: 'amount', municipality });
  }
  return columns;
}

/** A column's name: `2027/price/aula`. */
export function columnName({ year, figure, solution, municipality }: FigureAddress): string {
  return [year, figure, solution ?? municipality].filter((part) => part !== undefined).join('/');
}

/** The figures of a point in the order of the columns, in whole øre; NaN for what is not there in a year. */
export function figuresOf(
  years: readonly (YearFigures | YearAmounts)[],
  agreement: Agreement,
  detail: Detail,
): Float64Array {
  const figures: number[] = [];
  for (const year of years) {
    const { price, baseBudget, pool } = year.figures;
    figures.push(sumOf(price), sumOf(baseBudget), sumOf(pool));
    if (detail !== 'agreement') pushPrices(figures, year, agreement);
    if ('members' in year) pushAmounts(figures, year, agreement);
  }
  return Float64Array.from(figures);
}

function sumOf(figures: Float64Array): number {
  let sum = 0;
  for (const figure of figures) sum += figure;
  return sum;
}

/** Both lists are in catalogue order. */
function pushPrices(figures: number[], { solutions, prices }: YearFigures, agreement: Agreement): void {
  let priced = 0;
  for (const { solution } of agreement.solutions) {
    const isPriced = solutions[priced]?.solution === solution;
    figures.push(isPriced ? (prices[priced] ?? Number.NaN) : Number.NaN);
    if (isPriced) priced += 1;
  }
}

/** Both lists are by code. */
function pushAmounts(figures: number[], { members, totals }: YearAmounts, agreement: Agreement): void {
  let row = 0;
  for (const { municipality } of agreement.municipalities) {
    const isMember = members[row]?.municipality === municipality;
    figures.push(isMember ? (totals[row] ?? Number.NaN) : Number.NaN);
    if (isMember) row += 1;
  }
}
