import type { Schemas } from '../api/client.ts';
import type { Query } from '../shell/location.ts';

/** Which figure of a price answer: its name there, and the year, solution, component and municipality above it. */
export type FigureAddress = Schemas['ExplanationAnswer']['figure'];
export type FigureName = FigureAddress['figure'];

const NAMES: readonly FigureName[] = [
  'basePriceSum',
  'basePrice',
  'indexation',
  'efficiency',
  'membership',
  'agreementPrice',
  'price',
  'baseBudget',
  'pool',
  'amount',
  'perCitizen',
];

/** As it stands in a link: `tal=amount&aar=2027&loesning=aula&kommune=0101`. */
export function queryOf({ figure, year, solution, component, municipality }: FigureAddress): Query {
  return { tal: figure, aar: String(year), loesning: solution, del: component, kommune: municipality };
}

export function figureIn(query: Query): FigureAddress | undefined {
  const { tal, aar = '', loesning, del, kommune } = query;
  const figure = NAMES.find((name) => name === tal);
  if (figure === undefined || !/^\d{4}$/.test(aar)) return undefined;
  return {
    figure,
    year: Number(aar),
    ...(loesning !== undefined && { solution: loesning }),
    ...(del !== undefined && { component: del }),
    ...(kommune !== undefined && { municipality: kommune }),
  };
}

/** In one word, for an address that has other things to say too: `2027.amount.aula..0101`. */
export function wordOf({ figure, year, solution, component, municipality }: FigureAddress): string {
  return [year, figure, solution, component, municipality].map((part) => part ?? '').join('.');
}

export function figureOfWord(word: string): FigureAddress | undefined {
  const [aar, tal, loesning, del, kommune] = word.split('.').map((part) => (part === '' ? undefined : part));
  return figureIn({ aar, tal, loesning, del, kommune });
}
