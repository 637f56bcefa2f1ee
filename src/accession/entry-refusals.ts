import type { Bilingual, Refusal } from '../refusal.ts';
import type { AccessionEntry } from './register.ts';

interface Texts {
  /** The field of the line that is at fault. */
  readonly field:
    | 'entry'
    | 'recorded'
    | 'municipality'
    | 'date'
    | 'type'
    | 'version'
    | 'lastYear'
    | 'corrects';
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** Why a line cannot stand in the register, and what to do instead. */
const TEXTS = {
  entry_out_of_sequence: () => ({
    field: 'entry',
    message: {
      da: 'Registerets poster skal være nummereret 1, 2, 3 … uden huller.',
      en: 'The entries of the register must be numbered 1, 2, 3 … without gaps.',
    },
    remedy: {
      da: 'Giv posten det næste nummer. En post slettes aldrig; en fejl rettes med en ny post af typen "correction".',
      en: 'Give the entry the next number. No entry is ever deleted; a mistake is mended by a new entry of type "correction".',
    },
  }),
  recorded_before_previous: () => ({
    field: 'recorded',
    message: {
      da: 'Posten er registreret før den forrige post.',
      en: 'The entry is recorded before the entry before it.',
    },
    remedy: {
      da: 'Skriv den dag, posten føres ind, i "recorded" og den dag, det skete, i "date".',
      en: 'Write the day of recording in "recorded" and the day on which it happened in "date".',
    },
  }),
  municipality_unknown: ({ municipality }) => ({
    field: 'municipality',
    message: {
      da: `Aftalen har ingen kommune "${municipality}".`,
      en: `The agreement has no municipality "${municipality}".`,
    },
    remedy: {
      da: 'Brug en af aftalens firecifrede kommunekoder, fx "0101".',
      en: 'Use one of the four-digit municipality codes of the agreement, such as "0101".',
    },
  }),
  date_after_recorded: ({ recorded }) => ({
    field: 'date',
    message: {
      da: `Posten er registreret ${recorded} og kan ikke handle om noget, der sker senere.`,
      en: `The entry is recorded on ${recorded} and cannot be about something that happens later.`,
    },
    remedy: {
      da: 'Ret datoen, eller registrér posten, når det er sket.',
      en: 'Correct the date, or record the entry when it has happened.',
    },
  }),
  date_before_previous: ({ municipality }) => ({
    field: 'date',
    message: {
      da: `Datoen ligger før det seneste, der er registreret om kommune ${municipality}.`,
      en: `The date is before the latest that is recorded of municipality ${municipality}.`,
    },
    remedy: {
      da: 'Ret datoen, eller ret først den post, der er forkert.',
      en: 'Correct the date, or first correct the entry that is wrong.',
    },
  }),
  already_invited: ({ municipality }) => ({
    field: 'type',
    message: {
      da: `Kommune ${municipality} er allerede inviteret.`,
      en: `Municipality ${municipality} has already been invited.`,
    },
    remedy: { da: 'Udelad posten.', en: 'Leave the entry out.' },
  }),
  already_signed: ({ municipality }) => ({
    field: 'type',
    message: {
      da: `Kommune ${municipality} har allerede underskrevet.`,
      en: `Municipality ${municipality} has already signed.`,
    },
    remedy: {
      da: 'Udelad posten; er den tidligere underskrift en fejl, så ret den først.',
      en: 'Leave the entry out; if the earlier signature is a mistake, correct that first.',
    },
  }),
  not_invited: ({ municipality }) => ({
    field: 'type',
    message: {
      da: `Kommune ${municipality} er ikke inviteret og kan derfor ikke underskrive.`,
      en: `Municipality ${municipality} has not been invited and so cannot sign.`,
    },
    remedy: { da: 'Registrér invitationen først.', en: 'Record the invitation first.' },
  }),
  version_unknown: (entry) => ({
    field: 'version',
    message: {
      da: `Registeret kender ingen aftaleversion "${versionOf(entry)}".`,
      en: `The register knows no agreement version "${versionOf(entry)}".`,
    },
    remedy: {
      da: 'Brug en version fra listen "versions", eller beskriv den der.',
      en: 'Use a version of the list "versions", or describe it there.',
    },
  }),
  version_is_draft: (entry) => ({
    field: 'version',
    message: {
      da: `Version ${versionOf(entry)} er et udkast, som ikke kan underskrives.`,
      en: `Version ${versionOf(entry)} is a draft, which cannot be signed.`,
    },
    remedy: {
      da: 'Angiv den endelige version, der er sendt til underskrift.',
      en: 'Name the final version that went out for signature.',
    },
  }),
  version_not_yet_sent: (entry) => ({
    field: 'date',
    message: {
      da: `Version ${versionOf(entry)} var ikke sendt til underskrift den dag.`,
      en: `Version ${versionOf(entry)} had not gone out for signature that day.`,
    },
    remedy: { da: 'Ret datoen eller versionen.', en: 'Correct the date or the version.' },
  }),
  not_signed: ({ municipality }) => ({
    field: 'type',
    message: {
      da: `Kommune ${municipality} har ikke underskrevet og kan derfor ikke opsige.`,
      en: `Municipality ${municipality} has not signed and so cannot give notice.`,
    },
    remedy: { da: 'Registrér underskriften først.', en: 'Record the signature first.' },
  }),
  notice_already_given: ({ municipality }) => ({
    field: 'type',
    message: {
      da: `Kommune ${municipality} har allerede opsagt aftalen.`,
      en: `Municipality ${municipality} has already given notice.`,
    },
    remedy: {
      da: 'Udelad posten; er den tidligere opsigelse en fejl, så ret den først.',
      en: 'Leave the entry out; if the earlier notice is a mistake, correct that first.',
    },
  }),
  last_year_passed: () => ({
    field: 'lastYear',
    message: {
      da: 'Det sidste år som medlem ligger før det år, opsigelsen er givet i.',
      en: 'The last year of membership is before the year in which notice was given.',
    },
    remedy: { da: 'Vælg et senere sidste år.', en: 'Choose a later last year.' },
  }),
  entry_to_correct_unknown: ({ municipality }) => ({
    field: 'corrects',
    message: {
      da: `Der er ingen tidligere post med det nummer om kommune ${municipality}, som kan rettes.`,
      en: `There is no earlier entry of that number about municipality ${municipality} that can be corrected.`,
    },
    remedy: {
      da: 'Angiv nummeret på den forkerte post. En rettelse rettes ikke; skriv i stedet den post igen, som den fjernede.',
      en: 'Name the number of the wrong entry. A correction is not corrected; write the entry that it removed again instead.',
    },
  }),
  already_corrected: () => ({
    field: 'corrects',
    message: { da: 'Posten er allerede rettet.', en: 'The entry has already been corrected.' },
    remedy: { da: 'Udelad rettelsen.', en: 'Leave the correction out.' },
  }),
  later_entry_depends: () => ({
    field: 'corrects',
    message: {
      da: 'En senere post om kommunen forudsætter den post, der skal rettes.',
      en: 'A later entry about the municipality rests on the entry to be corrected.',
    },
    remedy: { da: 'Ret den senere post først.', en: 'Correct the later entry first.' },
  }),
} satisfies Record<string, (entry: AccessionEntry) => Texts>;

export type EntryRefusal = keyof typeof TEXTS;

/** The refusal of a line, with its texts. */
export function entryRefusal(code: EntryRefusal, entry: AccessionEntry): Refusal {
  const { field, message, remedy } = TEXTS[code](entry);
  return { code, path: [field], message, remedy };
}

function versionOf(entry: AccessionEntry): string {
  return entry.type === 'signed' ? entry.version : '';
}
