import type { Rate } from '../money/rate.ts';
import type { Agreement, Municipality, Solution } from './agreement.ts';
import { includesYear } from './period.ts';
import { inYear } from './population.ts';

/** A municipality that was a member once and is not in the year asked about. */
export interface Departed {
  readonly municipality: Municipality;
  /** The fraction of its share that stays and is carried by the rest. */
  readonly fixedShare: Rate;
}

/** The municipalities that are members in the year, by code, with the population of that year. Model, section 4. */
export function membersOf(agreement: Agreement, year: number): Municipality[] {
  return agreement.municipalities.flatMap((municipality) =>
    isMember(municipality, year) ? [inYear(municipality, year)] : [],
  );
}

/** The municipalities that have left before the year and not come back; one that never entered is not among them. */
export function departedBy(agreement: Agreement, year: number): Departed[] {
  return agreement.municipalities.flatMap((municipality) => {
    if (isMember(municipality, year)) return [];
    const ended = municipality.membership.findLast(
      ({ lastYear }) => lastYear !== undefined && lastYear < year,
    );
    return ended === undefined
      ? []
      : [{ municipality: inYear(municipality, year), fixedShare: ended.fixedShare }];
  });
}

/** The solutions in the agreement in the year, in catalogue order. */
export function solutionsIn(agreement: Agreement, year: number): Solution[] {
  return agreement.solutions.filter(({ periods }) => periods.some((period) => includesYear(period, year)));
}

function isMember({ membership }: Municipality, year: number): boolean {
  return membership.some((period) => includesYear(period, year));
}
