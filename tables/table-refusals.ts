import type { Bilingual, Refusal } from '../src/refusal.ts';
import { visibleText } from './visible-text.ts';

type Texts = (said: string) => { readonly message: Bilingual; readonly remedy: Bilingual };

const ONE_FILE = {
  da: 'Gem tabellen som CSV (semikolonsepareret) eller som XLSX, og send den igen.',
  en: 'Save the table as CSV (separated by semicolons) or as XLSX, and send it again.',
};

/** What can be wrong with a table as such, whatever it is about. */
const TEXTS = {
  table_not_readable: () => ({
    message: { da: 'Filen kan ikke læses som et regneark.', en: 'The file cannot be read as a spreadsheet.' },
    remedy: ONE_FILE,
  }),
  table_too_large: (said) => ({
    message: {
      da: `Regnearket fylder mere end ${said} MB, når det er pakket ud.`,
      en: `The spreadsheet takes more than ${said} MB when it is unpacked.`,
    },
    remedy: { da: 'Del tabellen i flere filer.', en: 'Divide the table into several files.' },
  }),
  csv_quotes: () => ({
    message: {
      da: 'Et anførselstegn i rækken er ikke lukket, eller det er lukket midt i en celle.',
      en: 'A quotation mark in the row is not closed, or is closed in the middle of a cell.',
    },
    remedy: {
      da: 'Skriv to anførselstegn, hvor teksten indeholder ét, og sæt anførselstegn om hele cellen.',
      en: 'Write two quotation marks where the text has one, and put quotation marks around the whole cell.',
    },
  }),
  column_missing: (said) => ({
    message: { da: `Kolonnen "${said}" mangler.`, en: `The column "${said}" is missing.` },
    remedy: {
      da: 'Tilføj kolonnen, og skriv dens navn i første række.',
      en: 'Add the column, and write its name in the first row.',
    },
  }),
  column_unknown: (said) => ({
    message: { da: `Kolonnen "${said}" kendes ikke.`, en: `The column "${said}" is not known.` },
    remedy: { da: 'Ret navnet, eller slet kolonnen.', en: 'Correct the name, or delete the column.' },
  }),
  column_repeated: (said) => ({
    message: {
      da: `Kolonnen "${said}" står der mere end én gang.`,
      en: `The column "${said}" is there more than once.`,
    },
    remedy: { da: 'Slet den ene.', en: 'Delete one of them.' },
  }),
  cell_outside_columns: (said) => ({
    message: {
      da: `Cellen "${said}" står til højre for den sidste kolonne, der har et navn.`,
      en: `The cell "${said}" stands to the right of the last column that has a name.`,
    },
    remedy: {
      da: 'Sæt anførselstegn om tekst, der indeholder skilletegnet, eller slet cellen.',
      en: 'Put quotation marks around text that holds the separator, or delete the cell.',
    },
  }),
  cell_missing: () => ({
    message: { da: 'Cellen er tom.', en: 'The cell is empty.' },
    remedy: {
      da: 'Udfyld cellen, eller slet hele rækken.',
      en: 'Fill in the cell, or delete the whole row.',
    },
  }),
  cell_error: (said) => ({
    message: {
      da: `Cellen har fejlen ${said} i regnearket.`,
      en: `The cell has the error ${said} in the spreadsheet.`,
    },
    remedy: {
      da: 'Ret formlen, eller skriv værdien i stedet for den.',
      en: 'Correct the formula, or write the value in its place.',
    },
  }),
  cell_not_computed: () => ({
    message: {
      da: 'Cellen har en formel, som regnearket ikke har beregnet.',
      en: 'The cell has a formula that the spreadsheet has not computed.',
    },
    remedy: {
      da: 'Åbn filen i Excel, gem den, og send den igen.',
      en: 'Open the file in Excel, save it, and send it again.',
    },
  }),
  cell_too_far: () => ({
    message: {
      da: 'Tabellen har flere end 100.000 rækker eller 1.000 kolonner.',
      en: 'The table has more than 100,000 rows or 1,000 columns.',
    },
    remedy: {
      da: 'Slet det, der står uden for tabellen, eller del tabellen i flere filer.',
      en: 'Delete what stands outside the table, or divide it into several files.',
    },
  }),
  cell_not_number: (said) => ({
    message: { da: `"${said}" er ikke et tal.`, en: `"${said}" is not a number.` },
    remedy: {
      da: 'Skriv tallet som 1234,50 eller 1.234,50.',
      en: 'Write the number as 1234,50 or 1.234,50.',
    },
  }),
  cell_ambiguous: (said) => ({
    message: {
      da: `"${said}" kan læses både som et helt tal med tusindtalspunktum og som et decimaltal.`,
      en: `"${said}" may be a whole number with a thousands separator, or a decimal number.`,
    },
    remedy: {
      da: 'Skriv decimaltal med komma, og udelad tusindtalspunktum: 1234,00 eller 1,234.',
      en: 'Write decimals with a comma, and leave out thousands separators: 1234,00 or 1,234.',
    },
  }),
  cell_number_range: (said) => ({
    message: {
      da: `"${said}" har mere end 13 cifre før kommaet eller 18 efter det.`,
      en: `"${said}" has more than 13 digits before the comma or 18 after it.`,
    },
    remedy: { da: 'Skriv tallet med færre cifre.', en: 'Write the number with fewer digits.' },
  }),
  cell_not_whole: (said) => ({
    message: { da: `"${said}" er ikke et helt tal.`, en: `"${said}" is not a whole number.` },
    remedy: { da: 'Skriv tallet uden decimaler.', en: 'Write the number without decimals.' },
  }),
  cell_not_in_ore: (said) => ({
    message: {
      da: `Beløbet "${said}" har mere end to decimaler.`,
      en: `The amount "${said}" has more than two decimals.`,
    },
    remedy: {
      da: 'Afrund beløbet til hele øre i regnearket.',
      en: 'Round the amount to whole øre in the spreadsheet.',
    },
  }),
  cell_not_date: (said) => ({
    message: { da: `"${said}" er ikke en dato.`, en: `"${said}" is not a date.` },
    remedy: {
      da: 'Skriv datoen som 31-12-2026 eller 2026-12-31.',
      en: 'Write the date as 31-12-2026 or 2026-12-31.',
    },
  }),
} satisfies Record<string, Texts>;

export type TableRefusalCode = keyof typeof TEXTS;

/** Where in a table something stands; rows count as the spreadsheet counts them, the header is row 1. */
export interface TablePlace {
  readonly row?: number;
  readonly column?: string;
}

/**
 * A refusal that points into a table: `['rows', 17, 'gln']`.
 *
 * @param said what stood there
 */
export function tableRefusal(code: TableRefusalCode, { row, column }: TablePlace = {}, said = ''): Refusal {
  const path = [...(row === undefined ? [] : ['rows', row]), ...(column === undefined ? [] : [column])];
  return { code, path, ...TEXTS[code](shortened(said)) };
}

const MOST_CHARACTERS = 60;

/** So much of a cell as a message can hold. */
function shortened(said: string): string {
  const characters = [...visibleText(said)];
  return characters.length > MOST_CHARACTERS
    ? `${characters.slice(0, MOST_CHARACTERS).join('')}…`
    : characters.join('');
}
