import type { Band } from '../api/compare.ts';
import { inBoth } from '../language/language.ts';

/** The bands from the largest fall to the largest rise, each with a sign that says it without its colour. */
export const BANDS: readonly { readonly band: Band; readonly sign: string }[] = [
  { band: 'falls-5-or-more', sign: '––' },
  { band: 'falls-1-to-5', sign: '–' },
  { band: 'falls-below-1', sign: '(–)' },
  { band: 'unchanged', sign: '=' },
  { band: 'rises-below-1', sign: '(+)' },
  { band: 'rises-1-to-5', sign: '+' },
  { band: 'rises-5-or-more', sign: '++' },
];

export const bandWords = inBoth<Readonly<Record<Band, string>>>(
  {
    'falls-5-or-more': 'falder 5 % eller mere',
    'falls-1-to-5': 'falder 1–5 %',
    'falls-below-1': 'falder under 1 %',
    unchanged: 'uændret',
    'rises-below-1': 'stiger under 1 %',
    'rises-1-to-5': 'stiger 1–5 %',
    'rises-5-or-more': 'stiger 5 % eller mere',
  },
  {
    'falls-5-or-more': 'falls 5% or more',
    'falls-1-to-5': 'falls 1–5%',
    'falls-below-1': 'falls below 1%',
    unchanged: 'unchanged',
    'rises-below-1': 'rises below 1%',
    'rises-1-to-5': 'rises 1–5%',
    'rises-5-or-more': 'rises 5% or more',
  },
);
