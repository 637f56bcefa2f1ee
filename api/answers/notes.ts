import { ratesBetween, type YearRates } from '../../src/agreement/index-data.ts';
import type { AnsweredYears } from './answered-years.ts';
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
