import type { Bilingual, Refusal } from '../../src/refusal.ts';

type Texts = (said: string) => { readonly message: Bilingual; readonly remedy: Bilingual };

/** What can be wrong with a row that a plan in JSON cannot have. */
const TEXTS = {
  row_repeated: (said) => ({
    message: { da: `Række ${said} siger allerede det samme.`, en: `Row ${said} says the same already.` },
    remedy: { da: 'Slet den ene af dem.', en: 'Delete one of them.' },
  }),
  row_contradicts: (said) => ({
    message: {
      da: `En tidligere række siger "${said}" her.`,
      en: `An earlier row says "${said}" here.`,
    },
    remedy: {
      da: 'Skriv det samme i alle rækker, eller kun i den ene.',
      en: 'Write the same in all rows, or only in one.',
    },
  }),
  share_without_part: (said) => ({
    message: {
      da: `Rækken har andelen ${said}, men nævner ingen del.`,
      en: `The row has the share ${said} but names no part.`,
    },
    remedy: {
      da: 'Skriv delens navn, eller slet andelen.',
      en: 'Write the name of the part, or delete the share.',
    },
  }),
  row_of_another: (said) => ({
    message: {
      da: `Rækken er for kommune ${said}, men tabellen indlæses hos en anden kommune.`,
      en: `The row is for municipality ${said}, but the table is loaded with another one.`,
    },
    remedy: {
      da: 'Slet rækken, eller indlæs den hos den kommune, den er for.',
      en: 'Delete the row, or load it with the municipality that it is for.',
    },
  }),
} satisfies Record<string, Texts>;

/** @param row as the spreadsheet counts it; the header is row 1 */
export function rowRefusal(
  code: keyof typeof TEXTS,
  row: number,
  column: string | undefined,
  said: string,
): Refusal {
  return { code, path: ['rows', row, ...(column === undefined ? [] : [column])], ...TEXTS[code](said) };
}
