import { type AgreementParts, withParts } from '../../data/agreement-parts.ts';
import { canonicalDocument } from '../../data/canonical-document.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import type { Bilingual, Refusal } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';

/**
 * Where a corrected document alters what is kept beside the agreement: those parts have a history of their own, and a
 * correction can only add to them. Paths lead into the document as it was given.
 */
export function alteredParts(document: AgreementDocument, kept: AgreementParts): Refusal[] {
  const given = canonicalDocument(document);
  const inForce = canonicalDocument(withParts(document, kept));
  const vintages = kept.vintages.filter(
    ({ vintage }) => !isSame(ofVintage(given, vintage), ofVintage(inForce, vintage)),
  );
  const bodies = kept.bodies.filter(({ body }) => !isSame(named(given, body), named(inForce, body)));
  return [
    ...vintages.map(({ vintage }) =>
      altered(
        'vintage_altered',
        'index',
        document.index.findIndex((entry) => entry.vintage === vintage),
      ),
    ),
    ...bodies.map(({ body }) =>
      altered(
        'body_altered',
        'bodies',
        document.bodies.findIndex((one) => one.body === body),
      ),
    ),
    ...(kept.accessions === undefined || continues(document.accessions, kept.accessions)
      ? []
      : [altered('register_altered', 'accessions', -1)]),
  ];
}

function ofVintage({ index }: AgreementDocument, vintage: string) {
  return index.filter((entry) => entry.vintage === vintage);
}

function named({ bodies }: AgreementDocument, body: string) {
  return bodies.filter((one) => one.body === body);
}

function isSame(first: readonly unknown[], second: readonly unknown[]): boolean {
  return hashOf(first) === hashOf(second);
}

type Register = NonNullable<AgreementDocument['accessions']>;

/** Whether every line and every version that is kept is there, as it is kept. */
function continues(given: Register | undefined, kept: Register): boolean {
  const lines = new Set([...(given?.entries ?? []), ...(given?.versions ?? [])].map(hashOf));
  return [...kept.entries, ...kept.versions].every((line) => lines.has(hashOf(line)));
}

const TEXTS = {
  vintage_altered: {
    message: {
      da: 'Rettelsen ændrer en offentliggjort udgave af pris- og lønskønnet.',
      en: 'The correction alters an index vintage that is published.',
    },
    remedy: {
      da: 'Lad de offentliggjorte tal stå, og offentliggør de nye med deres egen dato.',
      en: 'Leave the published rates as they are, and publish the new ones with a date of their own.',
    },
  },
  body_altered: {
    message: {
      da: 'Rettelsen beskriver et organ anderledes, end det er registreret.',
      en: 'The correction describes a body otherwise than it is kept.',
    },
    remedy: {
      da: 'Ret organet på /v1/bodies, og send det her, som det så er.',
      en: 'Change the body at /v1/bodies, and send it here as it then is.',
    },
  },
  register_altered: {
    message: {
      da: 'Rettelsen mangler eller ændrer linjer i tilslutningsregisteret.',
      en: 'The correction lacks or alters lines of the register of accessions.',
    },
    remedy: {
      da: 'Hent aftalen igen, og lad registerets linjer stå; nye linjer kan føjes til.',
      en: 'Fetch the agreement again and leave the lines of the register as they are; new lines can be added.',
    },
  },
} as const satisfies Record<string, { message: Bilingual; remedy: Bilingual }>;

function altered(code: keyof typeof TEXTS, list: string, place: number): Refusal {
  return { code, path: place < 0 ? [list] : [list, place], ...TEXTS[code] };
}
