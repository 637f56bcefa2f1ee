import type { Agreement, Solution } from '../agreement/agreement.ts';
import { solutionWeights } from '../agreement/key-weights.ts';
import { ore } from '../money/ore.ts';
import { wholeWeights } from '../money/quotas.ts';
import { limitedShares } from '../sharing/limited-shares.ts';
import { actualYear, type PaidYear } from '../sharing/paid-year.ts';
import type { YearShares } from '../sharing/year-shares.ts';
import { type CompiledKey, compileKey } from './compiled-key.ts';
import { priceFigures } from './price-figures.ts';
import { compiledKeyOf, type Roster, rosterOf } from './roster.ts';
import { denseColumn, type MatrixColumn, type SplitMatrix, splitMatrix } from './split-matrix.ts';
import type { YearPrices, YearSplit } from './year-figures.ts';

/**
 * Splits priced years as `shareYears` does, in dense arrays of whole øre.
 *
 * @param known the same years as computed before another change: what has not changed since is taken over
 * @returns undefined where a year cannot be split: the plain path says why
 */
export function splitYears<Y extends YearPrices>(
  agreement: Agreement,
  priced: readonly Y[],
  known: readonly YearSplit[] = [],
): (Y & YearSplit)[] | undefined {
  const years: (Y & YearSplit)[] = [];
  for (const figures of priced) {
    const before = paidBefore(agreement, figures, years.at(-1));
    if (before === UNKNOWN) return undefined;
    const earlier = known.find(({ year }) => year === figures.year);
    const split = splitYear(agreement, figures, before, earlier?.split);
    if (split === undefined) return undefined;
    years.push({ ...figures, ...split });
  }
  return years;
}

const UNKNOWN = Symbol('the year before cannot be computed');

/**
 * What was paid in the year before, where a key limits the change from it: in fact, in the year already split, or in one
 * that is computed for this and looks back in the same way.
 */
function paidBefore(
  agreement: Agreement,
  { year, solutions }: YearPrices,
  previous: YearSplit | undefined,
): PaidYear | undefined | typeof UNKNOWN {
  if (solutions.every(({ key }) => key.limits === undefined)) return undefined;
  const known = actualYear(agreement, year - 1) ?? (previous && plainShares(previous));
  if (known !== undefined || year === agreement.baseYear) return known;
  const priced = priceFigures(agreement, { from: year - 1, to: year - 1 });
  const [split] = (priced && splitYears(agreement, priced)) ?? [];
  return split === undefined ? UNKNOWN : plainShares(split);
}

function splitYear(
  agreement: Agreement,
  { year, solutions, prices }: YearPrices,
  before: PaidYear | undefined,
  known: SplitMatrix | undefined,
): YearSplit | undefined {
  const roster = rosterOf(agreement, year);
  const columns: MatrixColumn[] = [];
  for (const [place, solution] of solutions.entries()) {
    const total = prices[place] ?? 0;
    const key = keyFor(solution, total, roster, before);
    if (key === undefined || (key.rows.length === 0 && total !== 0)) return undefined;
    columns.push({ total, key });
  }
  const split = splitMatrix(columns, roster.members.length, known);
  return { year, solutions, prices, members: roster.members, split, totals: rowTotals(split) };
}

function keyFor(
  solution: Solution,
  total: number,
  roster: Roster,
  before: PaidYear | undefined,
): CompiledKey | undefined {
  if (solution.key.limits === undefined || before === undefined) return compiledKeyOf(solution, roster);
  const weights = solutionWeights(solution, roster.members);
  const shares = limitedShares(solution, ore(BigInt(total)), weights, roster.members, before);
  return shares.ok ? compileKey(wholeWeights(shares.value)) : undefined;
}

function rowTotals({ rowCount, columns }: SplitMatrix): Float64Array {
  const totals = new Float64Array(rowCount);
  for (const { rows, amounts } of columns) {
    for (let cell = 0; cell < amounts.length; cell++) {
      const row = rows[cell] ?? 0;
      totals[row] = (totals[row] ?? 0) + (amounts[cell] ?? 0);
    }
  }
  return totals;
}

/** The same amounts in the form that the plain path gives them. */
export function plainShares({ year, solutions, members, split, totals }: YearSplit): YearShares {
  const columns = split.columns.map((column) => denseColumn(column, split.rowCount));
  return {
    year,
    solutions: solutions.map(({ solution }) => solution),
    municipalities: members.map(({ municipality, population }, row) => ({
      municipality,
      population,
      amount: ore(BigInt(totals[row] ?? 0)),
      amounts: columns.map((column) => ore(BigInt(column[row] ?? 0))),
    })),
  };
}
