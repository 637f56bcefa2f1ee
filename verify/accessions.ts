import { defined, type Field } from './field.ts';
import type { AccessionLine, MembershipPeriod, Terms } from './terms.ts';

/** Reads the register of accessions, as far as membership depends on it. */
export function readAccessions(register: Field): AccessionLine[] {
  const lines = register.at('entries').items().map(readLine);
  return lines.sort((first, second) => first.entry - second.entry);
}

function readLine(field: Field): AccessionLine {
  return {
    entry: field.at('entry').whole(),
    recorded: field.at('recorded').text(),
    municipality: field.at('municipality').text(),
    type: field.at('type').text(),
    ...defined('lastYear', field.optional('lastYear')?.whole()),
    ...defined('corrects', field.optional('corrects')?.whole()),
  };
}

/**
 * Only those who had signed by the day, as the register stood then: the others lose every stay; who has given
 * notice loses what lies after its last year.
 */
export function onlySigned(terms: Terms, change: Field): Terms {
  const lines = terms.accessions ?? change.at('type').refuse('the agreement keeps no register of accessions');
  const lastYears = lastYearsOfSigned(lines, change.at('asOf').text());
  if (lastYears.size === 0) change.at('asOf').refuse('a day by which somebody had signed is wanted');
  return {
    ...terms,
    municipalities: terms.municipalities.map((one) => ({
      ...one,
      membership: staysUntil(lastYears.get(one.municipality), one.membership),
    })),
  };
}

const NO_END = Number.POSITIVE_INFINITY;

/** Who has ever signed, with the year in which a notice ends the membership. */
function lastYearsOfSigned(lines: readonly AccessionLine[], day: string): Map<string, number> {
  const recorded = lines.filter((line) => line.recorded <= day);
  const outOfForce = new Set(recorded.map(({ corrects }) => corrects));
  const lastYears = new Map<string, number>();
  for (const { entry, municipality, type, lastYear = NO_END } of recorded) {
    if (outOfForce.has(entry)) continue;
    if (type === 'signed' || type === 'notice') lastYears.set(municipality, lastYear);
  }
  return lastYears;
}

function staysUntil(year: number | undefined, stays: readonly MembershipPeriod[]): MembershipPeriod[] {
  if (year === undefined) return [];
  const begun = stays.filter(({ firstYear }) => firstYear <= year);
  return begun.map((stay) => {
    const lastYear = Math.min(stay.lastYear ?? NO_END, year);
    return lastYear === NO_END ? stay : { ...stay, lastYear };
  });
}
