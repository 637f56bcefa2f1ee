import { registerOf } from '../../src/accession/record-entry.ts';
import { type Refusal, within } from '../../src/refusal.ts';
import type { AccessionsDocument } from '../schema/accession.ts';
import type { AgreementDocument } from '../schema/agreement.ts';
import { repeated } from './duplicates.ts';

/** Every line of the register must be lawful when it is written; the first one that is not is reported. */
export function checkAccessions({ accessions, municipalities }: AgreementDocument): Refusal[] {
  if (accessions === undefined) return [];
  const known = new Set(municipalities.map(({ municipality }) => municipality));
  return checkRegister(accessions, known).map((refusal) => within(['accessions'], refusal));
}

/** The same of a register by itself. Paths lead into the document as it was given, in whatever order. */
export function checkRegister(
  { versions, entries }: AccessionsDocument,
  known: ReadonlySet<string>,
): Refusal[] {
  const ordered = [...entries.entries()].toSorted(([, first], [, second]) => first.entry - second.entry);
  const register = registerOf({ versions, entries: ordered.map(([, entry]) => entry) }, known);
  const refusals = register.ok ? [] : register.refusals;
  return [
    ...repeated('versions', versions, 'version'),
    ...refusals.map((refusal) => inGivenOrder(refusal, ordered)),
  ];
}

function inGivenOrder(
  refusal: Refusal,
  ordered: readonly (readonly [given: number, ...unknown[]])[],
): Refusal {
  const [list = '', place = 0, ...field] = refusal.path;
  const given = ordered[Number(place)]?.[0] ?? place;
  return { ...refusal, path: [list, given, ...field] };
}
