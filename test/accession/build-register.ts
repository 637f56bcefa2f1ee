import { registerOf } from '../../src/accession/record-entry.ts';
import type { AccessionEntry, AccessionRegister, AgreementVersion } from '../../src/accession/register.ts';
import { acceptedValue } from '../results.ts';

export const KNOWN = new Set(['0101', '0147', '0751']);

export const VERSIONS: readonly AgreementVersion[] = [
  buildVersion('0.8', '2025-06-23', 'draft'),
  buildVersion('1.0', '2025-09-15', 'final'),
  buildVersion('1.1', '2026-05-01', 'final'),
];

/** What happened, and when the register learnt of it where that was not the same day. */
export type BuiltEntry = { readonly recorded?: string } & (
  | { readonly invited: string; readonly date: string }
  | { readonly signed: string; readonly date: string; readonly version?: string }
  | { readonly notice: string; readonly date: string; readonly lastYear: number }
  | { readonly correction: string; readonly recorded: string; readonly corrects: number }
);

/** The line with a number; municipalities by code. */
export function buildEntry(entry: number, built: BuiltEntry): AccessionEntry {
  if ('correction' in built) {
    const { correction: municipality, recorded, corrects } = built;
    return { entry, recorded, municipality, type: 'correction', corrects, reason: 'By mistake.' };
  }
  const { date, recorded = date } = built;
  if ('invited' in built) return { entry, recorded, municipality: built.invited, type: 'invited', date };
  if ('signed' in built) {
    const { signed: municipality, version = '1.0' } = built;
    return { entry, recorded, municipality, type: 'signed', date, version };
  }
  const { notice: municipality, lastYear } = built;
  return { entry, recorded, municipality, type: 'notice', date, lastYear };
}

/** A lawful register of these lines, numbered from 1. */
export function buildRegister(...lines: readonly BuiltEntry[]): AccessionRegister {
  const entries = lines.map((line, place) => buildEntry(place + 1, line));
  return acceptedValue(registerOf({ versions: VERSIONS, entries }, KNOWN));
}

function buildVersion(version: string, date: string, status: AgreementVersion['status']): AgreementVersion {
  return { version, date, status, changes: [{ da: version, en: version }] };
}
