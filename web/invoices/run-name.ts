import { inBoth } from '../language/language.ts';
import type { KeptRun, RunRequest } from './run.ts';

const words = inBoth(
  {
    ordinary: (instalment: number, year: number) => `${instalment}. rate ${year}`,
    correction: (year: number) => `Regulering ${year}`,
    reversal: (year: number) => `Tilbageførsel ${year}`,
    draft: 'Kladde',
    issued: 'Udstedt',
  },
  {
    ordinary: (instalment: number, year: number) => `Instalment ${instalment} of ${year}`,
    correction: (year: number) => `Correction ${year}`,
    reversal: (year: number) => `Reversal ${year}`,
    draft: 'Draft',
    issued: 'Issued',
  },
);

/** What people call a run: `1. rate 2026`. */
export function nameOfRun({ purpose, instalment, year }: RunRequest | KeptRun): string {
  if (purpose === 'correction') return words().correction(year);
  if (purpose === 'reversal') return words().reversal(year);
  return words().ordinary(instalment ?? 1, year);
}

export function stateOfRun({ issued }: KeptRun): string {
  return issued === undefined ? words().draft : words().issued;
}
