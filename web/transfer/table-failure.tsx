import { type Problem, Refused } from '../api/problem.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { ErrorTable, type LocatedError } from './error-table.tsx';
import { stepsOf } from './pointer.ts';

type ProblemError = Problem['errors'][number];

/** Why a table was not taken: its errors by row and column, or what else hindered it. */
export function TableFailure({ failure }: { readonly failure: unknown }) {
  if (failure === undefined) return null;
  const errors = failure instanceof Refused ? failure.problem.errors.flatMap(inTable) : [];
  return errors.length === 0 ? (
    <FailureNotice failure={failure} />
  ) : (
    <ErrorTable of="table" errors={errors} />
  );
}

/** `/rows/17/amount`: row 17, column `amount`. What is wrong elsewhere than in the table is said elsewhere. */
function inTable({ pointer, message, parameter }: ProblemError): LocatedError[] {
  const [rows, row, ...column] = stepsOf(pointer);
  if (parameter !== undefined || rows !== 'rows') return [];
  return [{ line: Number(row), place: column.join('/'), message }];
}
