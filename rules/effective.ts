import type { Period } from '../src/agreement/agreement.ts';

/** When something is in force: YYYY-MM-DD, both days included; no last day means that it runs on. */
export interface Effective {
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
}

/**
 * The years that a rule or rule set governs: those on whose first day it is in force, because the pool of a
 * year is prioritised by one set of rules. A last year before the first: none.
 */
function yearsGoverned({ effectiveFrom, effectiveTo }: Effective): Period {
  const from = Temporal.PlainDate.from(effectiveFrom);
  const firstYear = from.dayOfYear === 1 ? from.year : from.year + 1;
  if (effectiveTo === undefined) return { firstYear };
  return { firstYear, lastYear: Temporal.PlainDate.from(effectiveTo).year };
}

export function governs(effective: Effective, year: number): boolean {
  const { firstYear, lastYear = Number.POSITIVE_INFINITY } = yearsGoverned(effective);
  return firstYear <= year && year <= lastYear;
}

/** Whether there is a year that all of them govern. */
export function governTogether(...all: readonly Effective[]): boolean {
  const periods = all.map(yearsGoverned);
  const firstYear = Math.max(...periods.map((period) => period.firstYear));
  const lastYear = Math.min(...periods.map((period) => period.lastYear ?? Number.POSITIVE_INFINITY));
  return firstYear <= lastYear;
}
