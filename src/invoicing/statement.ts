import { addOre, type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import type { MunicipalityShare } from '../sharing/year-shares.ts';
import type { Invoice, InvoiceDraft } from './invoice.ts';

/** What has been asked of a municipality for one solution, excluding VAT: annual = issued + corrected + remaining. */
export interface SolutionStatement {
  readonly solution: string;
  /** Danish. */
  readonly title: string;
  /** As now computed for the whole year. */
  readonly annual: Ore;
  /** By invoices that correct nothing. */
  readonly issued: Ore;
  readonly corrected: Ore;
  /** Still to be invoiced, or given back when negative. */
  readonly remaining: Ore;
}

/** Everything issued, corrected and due of a municipality in a year (*kontoudtog*), tied to the agreement price. */
export interface Statement {
  readonly municipality: string;
  readonly name: string;
  readonly year: number;
  readonly agreementPrice: Ore;
  /** In the order of issue. */
  readonly invoices: readonly Invoice[];
  /** In catalogue order; solutions that left the agreement last. */
  readonly solutions: readonly SolutionStatement[];
  readonly total: Omit<SolutionStatement, 'solution' | 'title'>;
  /** Sums of the invoices: VAT, and what is to be paid including it. */
  readonly vat: Ore;
  readonly payable: Ore;
}

/**
 * The statement of a municipality's year.
 *
 * @param price the year as now computed, and `share` the municipality's part of it
 * @param issued the municipality's invoices of the year, in the order of issue
 */
export function statementOf(
  price: YearPrice,
  share: MunicipalityShare,
  issued: readonly Invoice[],
): Statement {
  const { municipality, amount, amounts } = share;
  const member = price.agreement.municipalities.find((candidate) => candidate.municipality === municipality);
  const annual = new Map(
    price.solutions.map(({ solution }, place) => [solution, amounts[place] ?? ZERO_ORE]),
  );
  const byOrigin = sumsByOrigin(issued);
  const titles = titlesOf(price, issued);
  const solutions = [...titles].flatMap(([solution, title]): SolutionStatement[] => {
    const row = rowOf(annual.get(solution), byOrigin.issued.get(solution), byOrigin.corrected.get(solution));
    return Object.values(row).every((figure) => figure === ZERO_ORE) ? [] : [{ solution, title, ...row }];
  });
  return {
    municipality,
    name: member?.name ?? municipality,
    year: price.year,
    agreementPrice: price.price,
    invoices: issued,
    solutions,
    total: rowOf(amount, sumOre(byOrigin.issued.values()), sumOre(byOrigin.corrected.values())),
    vat: sumOre(issued.map(({ totals }) => totals.vat)),
    payable: sumOre(issued.map(({ totals }) => totals.payable)),
  };
}

function rowOf(annual = ZERO_ORE, issued = ZERO_ORE, corrected = ZERO_ORE) {
  return { annual, issued, corrected, remaining: subtractOre(annual, addOre(issued, corrected)) };
}

function sumsByOrigin(invoices: readonly InvoiceDraft[]) {
  const sums = { issued: new Map<string, Ore>(), corrected: new Map<string, Ore>() };
  for (const { lines, corrects } of invoices) {
    const bySolution = corrects === undefined ? sums.issued : sums.corrected;
    for (const { solution, amount } of lines)
      bySolution.set(solution, addOre(bySolution.get(solution) ?? ZERO_ORE, amount));
  }
  return sums;
}

/** Solutions of the year in catalogue order, then those that only invoices still name. */
function titlesOf(
  { agreement, solutions }: YearPrice,
  invoices: readonly InvoiceDraft[],
): Map<string, string> {
  const titles = new Map(agreement.solutions.map(({ solution, title }) => [solution, title.da]));
  return new Map([
    ...solutions.map(({ solution }): [string, string] => [solution, titles.get(solution) ?? solution]),
    ...invoices.flatMap(({ lines }) =>
      lines.map(({ solution, solutionTitle }): [string, string] => [solution, solutionTitle]),
    ),
  ]);
}
