import { holds } from './period.ts';
import { countedIn } from './population.ts';
import type { Rational } from './rational.ts';
import type { Municipality, Terms } from './terms.ts';

/** A municipality that has left, and the share of its part that stays to be carried by the rest. */
export interface Departed {
  readonly municipality: Municipality;
  readonly fixedShare: Rational;
}

/** The municipalities that are in the agreement in the year, by code. */
export function membersOf(terms: Terms, year: number): Municipality[] {
  return terms.municipalities
    .filter(({ membership }) => membership.some((period) => holds(period, year)))
    .map((municipality) => countedIn(municipality, year));
}

/** Those that have been in it before the year and are not in it now; the last stay's fixed share counts. */
export function departedBy(terms: Terms, year: number): Departed[] {
  return terms.municipalities.flatMap((municipality) => {
    const { membership } = municipality;
    if (membership.some((period) => holds(period, year))) return [];
    const last = membership.findLast((period) => (period.lastYear ?? year) < year);
    return last === undefined
      ? []
      : [{ municipality: countedIn(municipality, year), fixedShare: last.fixedShare }];
  });
}
