import { byCodePoint } from '../order.ts';
import type { AccessionEntry, AccessionRegister } from './register.ts';

/** How far a municipality has come; `leaving` until the last year of its notice is over, `left` after it. */
export const ACCESSION_STATUSES = ['not-invited', 'invited', 'signed', 'leaving', 'left'] as const;

export type AccessionStatus = (typeof ACCESSION_STATUSES)[number];

/** What the lines in force say of one municipality (*kommunens tilslutning*). */
export interface AccessionFacts {
  readonly invited?: string;
  readonly signed?: { readonly date: string; readonly version: string };
  readonly notice?: { readonly date: string; readonly lastYear: number };
}

export interface AccessionStanding extends AccessionFacts {
  readonly municipality: string;
  readonly status: AccessionStatus;
}

/** A municipality that has signed; `lastYear` is the last year of its membership when it has given notice. */
export interface SignedMember {
  readonly municipality: string;
  readonly lastYear?: number;
}

/**
 * Where a municipality stood at the end of a day, as the register knew it then: lines recorded later, corrections
 * too, never change what an earlier day shows.
 *
 * @param day YYYY-MM-DD
 */
export function standingOn(
  register: AccessionRegister,
  municipality: string,
  day: string,
): AccessionStanding {
  const facts = factsOf(linesInForce(historyOf(register, municipality), day));
  return { municipality, status: statusOn(facts, day), ...facts };
}

/** The municipalities that had ever signed by the end of a day, by code: those that have given notice or left too. */
export function membersSignedBy(register: AccessionRegister, day: string): SignedMember[] {
  const known = [...new Set(register.entries.map(({ municipality }) => municipality))].sort(byCodePoint);
  return known.flatMap((code): SignedMember[] => {
    const { municipality, signed, notice } = standingOn(register, code, day);
    if (signed === undefined) return [];
    return [notice === undefined ? { municipality } : { municipality, lastYear: notice.lastYear }];
  });
}

/** Every line about a municipality, oldest first, those out of force too. */
export function historyOf({ entries }: AccessionRegister, code: string): AccessionEntry[] {
  return entries.filter(({ municipality }) => municipality === code);
}

/** The lines recorded by the end of a day that no correction recorded by then has taken out of force. */
export function linesInForce(history: readonly AccessionEntry[], day: string): FactEntry[] {
  const known = history.filter(({ recorded }) => recorded <= day);
  const corrected = new Set(known.map((entry) => (entry.type === 'correction' ? entry.corrects : undefined)));
  return known.filter(isFact).filter(({ entry }) => !corrected.has(entry));
}

/** A line that says that something happened, not that another line was wrong. */
export type FactEntry = Exclude<AccessionEntry, { type: 'correction' }>;

function isFact(entry: AccessionEntry): entry is FactEntry {
  return entry.type !== 'correction';
}

/** What lawful lines in force come to. */
export function factsOf(lines: readonly FactEntry[]): AccessionFacts {
  return lines.reduce<AccessionFacts>(factsAfter, {});
}

/** A new signature after a membership that has ended leaves its notice behind. */
export function factsAfter(facts: AccessionFacts, line: FactEntry): AccessionFacts {
  switch (line.type) {
    case 'invited':
      return { ...facts, invited: line.date };
    case 'signed': {
      const { notice: _, ...kept } = facts;
      return { ...kept, signed: { date: line.date, version: line.version } };
    }
    case 'notice':
      return { ...facts, notice: { date: line.date, lastYear: line.lastYear } };
  }
}

/** Whether there is an invitation that no signature has answered. */
export function isInvited({ invited, signed }: AccessionFacts): boolean {
  return invited !== undefined && (signed === undefined || signed.date < invited);
}

/** Whether the membership that a notice ends is over on the day. */
export function hasEnded({ notice }: AccessionFacts, day: string): boolean {
  return notice !== undefined && yearOf(day) > notice.lastYear;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function statusOn(facts: AccessionFacts, day: string): AccessionStatus {
  if (isInvited(facts)) return 'invited';
  if (facts.notice !== undefined) return hasEnded(facts, day) ? 'left' : 'leaving';
  return facts.signed === undefined ? 'not-invited' : 'signed';
}
