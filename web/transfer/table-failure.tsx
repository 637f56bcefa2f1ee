import { type Problem, Refused } from '../api/problem.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { ErrorTable, type LocatedError } from './error-table.tsx';
import { stepsOf } from './pointer.ts';

type ProblemError = Problem['errors'][number];

/** Why a table was not taken: its errors by row and column, or what else hindered it. */
export function TableFailure({
  failure,
  rows,
}: {
  readonly failure: unknown;
  /** What the rows of the table say, the heading first, as far as they can be read here. */
  readonly rows: readonly string[];
}) {
  if (failure === undefined) return null;
  const found = failure instanceof Refused ? failure.problem.errors.flatMap(inTable) : [];
  const errors = found.map((error) => {
    const row = rows[error.line - 1];
    return { ...error, ...(row !== undefined && { row }) };
  });
  return errors.length === 0 ? (
    <FailureNotice failure={failure} />
  ) : (
    <ErrorTable of="table" errors={errors} />
  );
}

/** `/rows/17/amount`: row 17, column `amount`. What is wrong elsewhere than in the table is said elsewhere. */
function inTable({
  pointer,
  message,
  parameter,
}: ProblemError): (LocatedError & { readonly line: number })[] {
  const [rows, row, ...column] = stepsOf(pointer);
  if (parameter !== undefined || rows !== 'rows') return [];
  return [{ line: Number(row), place: column.join('/'), message }];
}
