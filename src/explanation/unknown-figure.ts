import { type Bilingual, type Result, refused } from '../refusal.ts';
import type { FigureAddress } from './figure.ts';

type Text = (address: FigureAddress) => Bilingual;

const REFUSALS = {
  year_not_priced: {
    field: 'year',
    message: ({ year }) => ({
      da: `Svaret har ingen pris for ${year}.`,
      en: `The answer has no price for ${year}.`,
    }),
    remedy: { da: 'Vælg et af svarets år.', en: 'Choose one of the years of the answer.' },
  },
  solution_not_priced: {
    field: 'solution',
    message: ({ year, solution }) => ({
      da: `Løsningen "${solution}" er ikke med i aftalen i ${year}.`,
      en: `The solution "${solution}" is not in the agreement in ${year}.`,
    }),
    remedy: { da: 'Vælg en af årets løsninger.', en: 'Choose one of the solutions of the year.' },
  },
  component_not_priced: {
    field: 'component',
    message: ({ solution, component }) => ({
      da: `Løsningen "${solution}" har ingen budgetkomponent "${component}".`,
      en: `The solution "${solution}" has no budget component "${component}".`,
    }),
    remedy: { da: 'Vælg en af løsningens komponenter.', en: 'Choose one of the components of the solution.' },
  },
  municipality_not_member: {
    field: 'municipality',
    message: ({ year, municipality }) => ({
      da: `Kommune ${municipality} er ikke med i aftalen i ${year}.`,
      en: `Municipality ${municipality} is not a member in ${year}.`,
    }),
    remedy: { da: 'Vælg en af årets kommuner.', en: 'Choose one of the members of the year.' },
  },
  figure_not_here: {
    field: 'figure',
    message: ({ figure }) => ({
      da: `Tallet "${figure}" findes ikke på dette sted i svaret.`,
      en: `There is no figure "${figure}" at this place in the answer.`,
    }),
    remedy: {
      da: 'Brug navnene fra prissvaret, fx "agreementPrice" for aftalen, "price" for en løsning og "amount" for en kommune.',
      en: 'Use the names of the price answer: "agreementPrice" of the agreement, "price" of a solution, "amount" of a municipality.',
    },
  },
} satisfies Record<string, { field: keyof FigureAddress; message: Text; remedy: Bilingual }>;

/** Refuses an address that leads to no figure of the answer; the path names the part of it that does not fit. */
export function noSuchFigure(code: keyof typeof REFUSALS, address: FigureAddress): Result<never> {
  const { field, message, remedy } = REFUSALS[code];
  return refused({ code, path: [field], message: message(address), remedy });
}
