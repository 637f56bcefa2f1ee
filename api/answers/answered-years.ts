import type { Agreement } from '../../src/agreement/agreement.ts';
import type { YearAmounts } from '../../src/engine/year-figures.ts';
import type { AnsweredCalculation } from '../calculation/calculation.ts';

/** What an answer rests on: the agreement, and what of it was priced and shared. */
export interface AnsweredYears {
  readonly agreement: Agreement;
  readonly lastYear: number;
  /** Those priced in any of the years. */
  readonly solutions: ReadonlySet<string>;
  /** Those that were members in any of the years. */
  readonly members: ReadonlySet<string>;
}

export function answeredYears({ agreement, years, prices, shares }: AnsweredCalculation): AnsweredYears {
  const solutions = prices.flatMap((price) => price.solutions.map(({ solution }) => solution));
  const members = shares.flatMap(({ municipalities }) =>
    municipalities.map(({ municipality }) => municipality),
  );
  return { agreement, lastYear: years.to, solutions: new Set(solutions), members: new Set(members) };
}

/** The same of years that the compiled engine has computed. */
export function computedYears(agreement: Agreement, years: readonly YearAmounts[]): AnsweredYears {
  const solutions = new Set<string>();
  const members = new Set<string>();
  for (const year of years) {
    for (const { solution } of year.solutions) solutions.add(solution);
    for (const { municipality } of year.members) members.add(municipality);
  }
  return { agreement, lastYear: years.at(-1)?.year ?? agreement.baseYear, solutions, members };
}
