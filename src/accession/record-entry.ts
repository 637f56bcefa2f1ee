import { accepted, type Refusal, type Result, refused, within } from '../refusal.ts';
import { type EntryRefusal, entryRefusal } from './entry-refusals.ts';
import type { AccessionEntry, AccessionRegister, AgreementVersion } from './register.ts';
import {
  type AccessionFacts,
  type FactEntry,
  factsAfter,
  factsOf,
  hasEnded,
  historyOf,
  isInvited,
  linesInForce,
  yearOf,
} from './standing.ts';

type Hindrance = EntryRefusal | undefined;

/** Later than any day that a register can hold. */
const END_OF_TIME = '9999-12-31';

/**
 * The register with one more line; the one given is left as it was.
 *
 * Refused, in this order, with `entry_out_of_sequence`, `recorded_before_previous`, `municipality_unknown`,
 * `date_after_recorded`, `date_before_previous`; an invitation with `already_invited` or `already_signed`; a
 * signature with `already_signed`, `not_invited`, `version_unknown`, `version_is_draft` or `version_not_yet_sent`; a
 * notice with `not_signed`, `notice_already_given` or `last_year_passed`; a correction with
 * `entry_to_correct_unknown`, `already_corrected` or `later_entry_depends`.
 *
 * @param known the codes of the municipalities that the agreement can have
 */
export function recordEntry(
  register: AccessionRegister,
  entry: AccessionEntry,
  known: ReadonlySet<string>,
): Result<AccessionRegister> {
  const hindrance = hindranceTo(register, entry, known);
  if (hindrance !== undefined) return refused(entryRefusal(hindrance, entry));
  return accepted({ ...register, entries: [...register.entries, entry] });
}

/**
 * A register from its lines, in the order of their numbers. Refused at the first line that cannot stand, with the
 * path `['entries', n, field]`.
 */
export function registerOf(
  { versions, entries }: AccessionRegister,
  known: ReadonlySet<string>,
): Result<AccessionRegister> {
  let register: AccessionRegister = { versions, entries: [] };
  for (const [place, entry] of entries.entries()) {
    const recorded = recordEntry(register, entry, known);
    if (!recorded.ok) return refused(...recorded.refusals.map((refusal) => atLine(place, refusal)));
    register = recorded.value;
  }
  return accepted(register);
}

function atLine(place: number, refusal: Refusal): Refusal {
  return within(['entries', place], refusal);
}

function hindranceTo(
  register: AccessionRegister,
  entry: AccessionEntry,
  known: ReadonlySet<string>,
): Hindrance {
  const previous = register.entries.at(-1);
  if (entry.entry !== register.entries.length + 1) return 'entry_out_of_sequence';
  if (previous !== undefined && entry.recorded < previous.recorded) return 'recorded_before_previous';
  if (!known.has(entry.municipality)) return 'municipality_unknown';
  if (entry.type === 'correction') return hindranceToCorrection(register, entry);
  if (entry.date > entry.recorded) return 'date_after_recorded';
  const lines = linesInForce(historyOf(register, entry.municipality), END_OF_TIME);
  return hindranceToFact(factsOf(lines), entry, register.versions);
}

function hindranceToFact(
  facts: AccessionFacts,
  line: FactEntry,
  versions: readonly AgreementVersion[],
): Hindrance {
  if (line.date < latestDate(facts)) return 'date_before_previous';
  switch (line.type) {
    case 'invited':
      return hindranceToInvitation(facts, line.date);
    case 'signed':
      return hindranceToSigning(
        facts,
        line.date,
        versions.find(({ version }) => version === line.version),
      );
    case 'notice':
      if (facts.signed === undefined) return 'not_signed';
      if (facts.notice !== undefined) return 'notice_already_given';
      return line.lastYear < yearOf(line.date) ? 'last_year_passed' : undefined;
  }
}

function hindranceToInvitation(facts: AccessionFacts, date: string): Hindrance {
  if (isInvited(facts)) return 'already_invited';
  return facts.signed === undefined || hasEnded(facts, date) ? undefined : 'already_signed';
}

function hindranceToSigning(
  facts: AccessionFacts,
  date: string,
  version: AgreementVersion | undefined,
): Hindrance {
  if (!isInvited(facts))
    return facts.signed === undefined || hasEnded(facts, date) ? 'not_invited' : 'already_signed';
  if (version === undefined) return 'version_unknown';
  if (version.status === 'draft') return 'version_is_draft';
  return date < version.date ? 'version_not_yet_sent' : undefined;
}

/** What is left when the line is taken out must be as lawful as what was there. */
function hindranceToCorrection(
  register: AccessionRegister,
  { municipality, corrects }: Extract<AccessionEntry, { type: 'correction' }>,
): Hindrance {
  const history = historyOf(register, municipality);
  const wrong = history.find(({ entry }) => entry === corrects);
  if (wrong === undefined || wrong.type === 'correction') return 'entry_to_correct_unknown';
  const inForce = linesInForce(history, END_OF_TIME);
  if (!inForce.includes(wrong)) return 'already_corrected';
  let facts: AccessionFacts = {};
  for (const line of inForce) {
    if (line === wrong) continue;
    if (hindranceToFact(facts, line, register.versions) !== undefined) return 'later_entry_depends';
    facts = factsAfter(facts, line);
  }
  return undefined;
}

/** The day of the newest thing known of the municipality; text order is time order. */
function latestDate({ invited = '', signed, notice }: AccessionFacts): string {
  return [invited, signed?.date ?? '', notice?.date ?? ''].toSorted().at(-1) ?? '';
}
