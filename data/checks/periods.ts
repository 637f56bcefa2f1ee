import type { Refusal } from '../../src/refusal.ts';
import type { AgreementDocument } from '../schema/agreement.ts';

/** A solution or a municipality is in the agreement at most once in any year. */
export function checkPeriods(document: AgreementDocument): Refusal[] {
  return [
    ...document.solutions.flatMap(({ periods }, place) => overlaps(periods, ['solutions', place, 'periods'])),
    ...document.municipalities.flatMap(({ membership }, place) =>
      overlaps(membership, ['municipalities', place, 'membership']),
    ),
  ];
}

interface PeriodDocument {
  readonly firstYear: number;
  readonly lastYear?: number;
}

function overlaps(periods: readonly PeriodDocument[], path: Refusal['path']): Refusal[] {
  const byFirstYear = [...periods.entries()].toSorted(([, a], [, b]) => a.firstYear - b.firstYear);
  return byFirstYear.flatMap(([place, period], rank) => {
    const before = byFirstYear[rank - 1]?.[1];
    if (before?.lastYear !== undefined && before.lastYear < period.firstYear) return [];
    return before === undefined ? [] : [overlap([...path, place], before, period)];
  });
}

function overlap(path: Refusal['path'], before: PeriodDocument, period: PeriodDocument): Refusal {
  const until = before.lastYear === undefined ? '' : String(before.lastYear);
  return {
    code: 'periods_overlap',
    path,
    message: {
      da: `Perioden fra ${period.firstYear} overlapper perioden ${before.firstYear}–${until}.`,
      en: `The period from ${period.firstYear} overlaps the period ${before.firstYear}–${until}.`,
    },
    remedy: {
      da: `Giv den tidligere periode et sidste år før ${period.firstYear}, eller slå de to sammen.`,
      en: `Give the earlier period a last year before ${period.firstYear}, or join the two.`,
    },
  };
}
