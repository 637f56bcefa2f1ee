import type { Agreement, Period } from '../agreement/agreement.ts';
import { closeAfter, openFrom } from '../agreement/period.ts';
import { accepted, type Result } from '../refusal.ts';
import type { Change } from './change.ts';
import { requireKnown } from './unknown-id.ts';

type AddSolution = Extract<Change, { type: 'add-solution' }>;
type RemoveSolution = Extract<Change, { type: 'remove-solution' }>;

/** The solution is in the agreement from the year on; without a gap before it, it simply goes on. */
export function addSolution(agreement: Agreement, { solution, fromYear }: AddSolution): Result<Agreement> {
  return changePeriods(agreement, solution, (periods) =>
    openFrom(periods, fromYear, { firstYear: fromYear }),
  );
}

/** The solution is out of the agreement from the year on. */
export function removeSolution(
  agreement: Agreement,
  { solution, fromYear }: RemoveSolution,
): Result<Agreement> {
  const lastYear = fromYear - 1;
  return changePeriods(agreement, solution, (periods) =>
    closeAfter(periods, lastYear, (period) => ({
      ...period,
      lastYear: Math.min(period.lastYear ?? lastYear, lastYear),
    })),
  );
}

function changePeriods(
  agreement: Agreement,
  id: string,
  change: (periods: readonly Period[]) => Period[],
): Result<Agreement> {
  const known = requireKnown(agreement, 'solution', id);
  if (!known.ok) return known;
  const solutions = agreement.solutions.map((solution) =>
    solution.solution === id ? { ...solution, periods: change(solution.periods) } : solution,
  );
  return accepted({ ...agreement, solutions });
}
