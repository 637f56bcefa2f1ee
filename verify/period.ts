/** First and last year, both included; without a last year it runs on. */
export interface Period {
  readonly firstYear: number;
  readonly lastYear?: number;
}

export function holds(period: Period, year: number): boolean {
  return period.firstYear <= year && year <= (period.lastYear ?? Number.POSITIVE_INFINITY);
}

/** The periods with one that runs on from the year: the one that reaches it is continued, later ones lie within it. */
export function runningFrom<P extends Period>(periods: readonly P[], year: number, fresh: P): P[] {
  const reaching = periods.find((period) => holds(period, year) || period.lastYear === year - 1);
  const { lastYear: _, ...continued } = reaching ?? fresh;
  return [...periods.filter((period) => period !== reaching && period.firstYear < year), continued as P];
}

/** The periods when the last of them ends in the year; one that would start later is dropped. */
export function endedAt<P extends Period>(periods: readonly P[], lastYear: number): P[] {
  return periods
    .filter((period) => period.firstYear <= lastYear)
    .map((period) => (holds(period, lastYear) ? { ...period, lastYear } : period));
}
