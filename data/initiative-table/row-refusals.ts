import type { Bilingual, Refusal } from '../../src/refusal.ts';

/** What can be wrong with a cell of an initiative that a table as such allows. */
const TEXTS = {
  cell_not_yes_or_no: {
    message: { da: 'Her skal stå ja eller nej.', en: 'This must be ja or nej (yes or no).' },
    remedy: {
      da: 'Skriv ja eller nej, eller lad cellen være tom.',
      en: 'Write ja or nej, or leave the cell empty.',
    },
  },
  cell_not_key: {
    message: {
      da: 'Cellen er ikke en fordelingsnøgle.',
      en: 'The cell is not an allocation key.',
    },
    remedy: {
      da: 'Skriv population, equal eller nøglen som JSON, for eksempel {"kind":"weights","weights":{"0101":"2"}}.',
      en: 'Write population, equal, or the key as JSON, such as {"kind":"weights","weights":{"0101":"2"}}.',
    },
  },
  source_without_provenance: {
    message: {
      da: 'Der er en kilde eller en dato, men ingen oprindelse.',
      en: 'There is a source or a date, but no provenance.',
    },
    remedy: {
      da: 'Skriv published eller example i kolonnen provenance.',
      en: 'Write published or example in the column provenance.',
    },
  },
} satisfies Record<string, { message: Bilingual; remedy: Bilingual }>;

export type CellRefusalCode = keyof typeof TEXTS;

/** @param row as the spreadsheet counts it; the header is row 1 */
export function cellRefusal(code: CellRefusalCode, row: number, column: string): Refusal {
  return { code, path: ['rows', row, column], ...TEXTS[code] };
}
