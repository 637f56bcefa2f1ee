import { membersSignedBy, type SignedMember } from '../accession/standing.ts';
import type { Agreement, MembershipPeriod } from '../agreement/agreement.ts';
import { closeAfter } from '../agreement/period.ts';
import { accepted, type Bilingual, type Result, refused } from '../refusal.ts';
import type { Change } from './change.ts';

type OnlySigned = Extract<Change, { type: 'only-signed' }>;

/**
 * The agreement of those who had signed by the end of a day, as the register stood then: the others have never
 * entered, and who has given notice leaves after its last year or before.
 *
 * @returns refused with `accessions_missing` or `nobody_signed`
 */
export function onlySigned(agreement: Agreement, { asOf }: OnlySigned): Result<Agreement> {
  if (agreement.accessions === undefined) return onlySignedRefused('accessions_missing', 'type', asOf);
  const signed = membersSignedBy(agreement.accessions, asOf);
  if (signed.length === 0) return onlySignedRefused('nobody_signed', 'asOf', asOf);
  const byCode = new Map(signed.map((member) => [member.municipality, member]));
  const municipalities = agreement.municipalities.map((municipality) => ({
    ...municipality,
    membership: staysOf(byCode.get(municipality.municipality), municipality.membership),
  }));
  return accepted({ ...agreement, municipalities });
}

function staysOf(
  member: SignedMember | undefined,
  stays: readonly MembershipPeriod[],
): readonly MembershipPeriod[] {
  if (member === undefined) return [];
  const { lastYear } = member;
  if (lastYear === undefined) return stays;
  return closeAfter(stays, lastYear, (stay) => ({
    ...stay,
    lastYear: Math.min(stay.lastYear ?? lastYear, lastYear),
  }));
}

const TEXTS = {
  accessions_missing: () => ({
    message: {
      da: 'Aftalen har intet register over tilslutninger, så det vides ikke, hvem der har underskrevet.',
      en: 'The agreement keeps no register of accessions, so it is not known who has signed.',
    },
    remedy: {
      da: 'Tilføj "accessions" til aftalen, eller udelad ændringen.',
      en: 'Add "accessions" to the agreement, or leave the change out.',
    },
  }),
  nobody_signed: (asOf) => ({
    message: {
      da: `Ingen kommune havde underskrevet den ${asOf}, så ingen kan betale.`,
      en: `No municipality had signed by ${asOf}, so nobody can pay.`,
    },
    remedy: { da: 'Vælg en senere dag.', en: 'Choose a later day.' },
  }),
} satisfies Record<string, (asOf: string) => { message: Bilingual; remedy: Bilingual }>;

function onlySignedRefused(code: keyof typeof TEXTS, field: string, asOf: string): Result<never> {
  return refused({ code, path: [field], ...TEXTS[code](asOf) });
}
