import { ratesBetween } from '../../src/agreement/index-data.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import type { Calculation } from '../calculation/calculation.ts';
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

export function notesOn({ prices, shares }: Pick<Calculation, 'prices' | 'shares'>): {
  readonly notes: readonly Note[];
  readonly restsOnExampleFigures: boolean;
} {
  const restsOnExampleFigures = restsOnExamples(prices, shares);
  const estimated = estimatedYears(prices.at(-1));
  return {
    restsOnExampleFigures,
    notes: [
      ...(restsOnExampleFigures ? [EXAMPLE_FIGURES] : []),
      ...(estimated.length > 0 ? [indexEstimates(estimated)] : []),
    ],
  };
}

/** The years whose rates the last priced year rests on and that may still be corrected. */
function estimatedYears(last: YearPrice | undefined): number[] {
  if (last === undefined) return [];
  const rates = ratesBetween(last.agreement, last.agreement.baseYear, last.year);
  return rates.ok ? rates.value.filter(({ status }) => status === 'estimate').map(({ year }) => year) : [];
}

function indexEstimates(years: readonly number[]): Note {
  const list = years.join(', ');
  return {
    code: 'index_estimates',
    da: `Pris- og lønreguleringen for ${list} er skøn, som kan blive korrigeret.`,
    en: `The price and wage regulation of ${list} is an estimate that may be corrected.`,
  };
}
