import type { RunCheck } from '../../src/invoicing/run-checks.ts';
import { danishKroner, englishKroner } from '../../src/money/danish-figures.ts';
import type { Bilingual, Refusal } from '../../src/refusal.ts';

type Texts = (...said: string[]) => { readonly message: Bilingual; readonly remedy: Bilingual };

/** Why a run cannot be made or issued, and what to do about it. */
const TEXTS = {
  invoicing_terms_missing: (agreement = '') => ({
    message: {
      da: `Der er ingen faktureringsvilkår for aftalen "${agreement}": ingen afsender og ingen betalingsfrist.`,
      en: `There are no invoicing terms for the agreement "${agreement}": no sender and no term of payment.`,
    },
    remedy: {
      da: `Læg vilkårene i data/${agreement}.invoicing.json, og start programmet igen.`,
      en: `Put the terms in data/${agreement}.invoicing.json, and start the program again.`,
    },
  }),
  year_not_priced: (year = '') => ({
    message: { da: `Scenariet beregner ikke ${year}.`, en: `The scenario does not price ${year}.` },
    remedy: {
      da: 'Vælg et af scenariets år, eller udvid dets år.',
      en: "Choose one of the scenario's years, or extend its years.",
    },
  }),
  instalment_unknown: (instalment = '', count = '') => ({
    message: {
      da: `Der er ingen rate ${instalment}: året faktureres i ${count}.`,
      en: `There is no instalment ${instalment}: the year is invoiced in ${count}.`,
    },
    remedy: {
      da: 'Ret raten eller faktureringsfrekvensen.',
      en: 'Correct the instalment or the frequency.',
    },
  }),
  instalment_already_issued: (instalment = '', year = '') => ({
    message: {
      da: `Rate ${instalment} af ${year} er allerede udstedt.`,
      en: `Instalment ${instalment} of ${year} has already been issued.`,
    },
    remedy: {
      da: 'Lav en efterregulering ("correction"), hvis noget er ændret siden.',
      en: 'Make a correction if something has changed since.',
    },
  }),
  frequency_differs: (frequency = '') => ({
    message: {
      da: `Årets første rater er udstedt med frekvensen "${frequency}", og den gælder hele året.`,
      en: `The first instalments of the year were issued with the frequency "${frequency}", which holds all year.`,
    },
    remedy: { da: 'Brug samme frekvens.', en: 'Use the same frequency.' },
  }),
  run_empty: () => ({
    message: { da: 'Kørslen ville ikke give nogen fakturaer.', en: 'The run would make no invoices.' },
    remedy: {
      da: 'Alt, hvad der skal faktureres, er udstedt. Ret året eller grundlaget, hvis det ikke passer.',
      en: 'Everything to be invoiced has been issued. Correct the year or the basis if that is not so.',
    },
  }),
  invoice_not_in_year: (number = '') => ({
    message: {
      da: `Fakturaen ${number} findes ikke blandt dem, der er udstedt for aftalen og året.`,
      en: `The invoice ${number} is not among those issued for the agreement and year.`,
    },
    remedy: { da: 'Ret nummeret, aftalen eller året.', en: 'Correct the number, the agreement or the year.' },
  }),
  invoice_reversed_already: (number = '') => ({
    message: {
      da: `Fakturaen ${number} er allerede tilbageført.`,
      en: `The invoice ${number} has already been reversed.`,
    },
    remedy: { da: 'Tag den ud af kørslen.', en: 'Take it out of the run.' },
  }),
  invoice_repeated: (number = '') => ({
    message: {
      da: `Fakturaen ${number} står der mere end én gang og ville blive tilbageført dobbelt.`,
      en: `The invoice ${number} is there more than once and would be reversed twice.`,
    },
    remedy: { da: 'Slet den ene af dem.', en: 'Delete one of them.' },
  }),
  due_before_issue: (due = '', issued = '') => ({
    message: {
      da: `Forfaldsdagen ${due} ligger før udstedelsen ${issued}.`,
      en: `The due date ${due} lies before the day of issue ${issued}.`,
    },
    remedy: { da: 'Vælg en senere forfaldsdag.', en: 'Choose a later due date.' },
  }),
  draft_outdated: () => ({
    message: {
      da: 'Siden kladden blev gemt, er der udstedt fakturaer for året, eller programmet regner anderledes.',
      en: 'Since the draft was kept, invoices for the year have been issued, or the program computes differently.',
    },
    remedy: {
      da: 'Gem kladden igen, så den regner på det nyeste, og udsted den så.',
      en: 'Keep the draft again, so that it is computed from the newest, and then issue it.',
    },
  }),
  run_not_issued: () => ({
    message: { da: 'Kørslen er ikke udstedt endnu.', en: 'The run has not been issued yet.' },
    remedy: {
      da: 'Udsted kørslen først; indtil da viser "preview", hvad den ville give.',
      en: 'Issue the run first; until then "preview" shows what it would come to.',
    },
  }),
  run_not_draft: () => ({
    message: { da: 'Kørslen er allerede udstedt.', en: 'The run has already been issued.' },
    remedy: {
      da: 'Udstedte fakturaer ændres ikke: lav en efterregulering eller en tilbageførsel.',
      en: 'Issued invoices never change: make a correction or a reversal.',
    },
  }),
} satisfies Record<string, Texts>;

export function runRefusal(code: keyof typeof TEXTS, path: Refusal['path'], ...said: string[]): Refusal {
  const texts: Texts = TEXTS[code];
  return { code, path, ...texts(...said) };
}

/** A sum that is not what it must be stops the run: our own mistake, found before anybody is invoiced. */
export function checkFailed({ subject, id, expected, found }: RunCheck): Refusal {
  return {
    code: 'run_check_failed',
    path: [],
    message: {
      da: `Kontrolsummen for ${subject} ${id} er ${danishKroner(found)}, men skal være ${danishKroner(expected)}.`,
      en: `The check sum of ${subject} ${id} is ${englishKroner(found)}, but must be ${englishKroner(expected)}.`,
    },
    remedy: { da: 'Udsted ikke kørslen: meld fejlen.', en: 'Do not issue the run: report the error.' },
  };
}
