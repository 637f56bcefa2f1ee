import type { Period } from './agreement.ts';

/** Whether the year lies in the period, first and last year included. */
export function includesYear({ firstYear, lastYear }: Period, year: number): boolean {
  return firstYear <= year && (lastYear === undefined || year <= lastYear);
}

/**
 * The periods with everything from a year on joined into one that runs on; a period that ends just before is
 * continued, so that ending and resuming without a gap restores what was.
 */
export function openFrom<P extends Period>(periods: readonly P[], year: number, opened: P): P[] {
  const earlier = periods.filter(({ firstYear }) => firstYear < year);
  const last = earlier.at(-1);
  if (last === undefined || (last.lastYear !== undefined && last.lastYear < year - 1))
    return [...earlier, opened];
  return [...earlier.slice(0, -1), { ...opened, firstYear: last.firstYear }];
}

/** The periods cut so that none reaches beyond the year; `ended` says what the last of them becomes. */
export function closeAfter<P extends Period>(
  periods: readonly P[],
  year: number,
  ended: (period: P) => P,
): P[] {
  const kept = periods.filter(({ firstYear }) => firstYear <= year);
  const last = kept.at(-1);
  return last === undefined ? [] : [...kept.slice(0, -1), ended(last)];
}
