import type { Agreement } from '../../src/agreement/agreement.ts';
import { ratesBetween, type YearRates } from '../../src/agreement/index-data.ts';
import type { YearAmounts } from '../../src/engine/year-figures.ts';
import type { AnsweredCalculation } from '../calculation/calculation.ts';
import { restsOnExamples } from './example-figures.ts';

/** What a reader of a price must know about it, in both languages: an answer itself has none. */
export interface Note {
  readonly code: 'example_figures' | 'index_estimates';
  readonly da: string;
  readonly en: string;
}

const EXAMPLE_FIGURES: Note = {
  code: 'example_figures',
  da: 'Resultatet hviler på eksempeltal og viser ikke KOMBITs rigtige budget.',
  en: 'The result rests on example figures and does not show the real budget of KOMBIT.',
};

/** What an answer rests on: the agreement, and what of it was priced and shared. */
export interface AnsweredYears {
  readonly agreement: Agreement;
  readonly lastYear: number;
  /** Those priced in any of the years. */
  readonly solutions: ReadonlySet<string>;
  /** Those that were members in any of the years. */
  readonly members: ReadonlySet<string>;
}

export interface Notes {
  readonly notes: readonly Note[];
  readonly restsOnExampleFigures: boolean;
}

export function notesOn(answered: AnsweredYears): Notes {
  const rates = ratesUpTo(answered);
  const restsOnExampleFigures = restsOnExamples(answered, rates);
  const estimated = rates.filter(({ status }) => status === 'estimate').map(({ year }) => year);
  return {
    restsOnExampleFigures,
    notes: [
      ...(restsOnExampleFigures ? [EXAMPLE_FIGURES] : []),
      ...(estimated.length > 0 ? [indexEstimates(estimated)] : []),
    ],
  };
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

/** The rates that the last year rests on; those that are estimates may still be corrected. */
function ratesUpTo({ agreement, lastYear }: AnsweredYears): readonly YearRates[] {
  const rates = ratesBetween(agreement, agreement.baseYear, lastYear);
  return rates.ok ? rates.value : [];
}

function indexEstimates(years: readonly number[]): Note {
  const list = years.join(', ');
  return {
    code: 'index_estimates',
    da: `Pris- og lønreguleringen for ${list} er skøn, som kan blive korrigeret.`,
    en: `The price and wage regulation of ${list} is an estimate that may be corrected.`,
  };
}
