import { paidBy, type Row, readRows, shareOf } from './answered-rows.ts';
import { largestRemainder } from './apportion.ts';
import type { Audit } from './audit.ts';
import { checkBetween } from './check-between.ts';
import { exactShares } from './exact-shares.ts';
import type { ExpectedYear } from './expected-year.ts';
import { kronerText } from './kroner.ts';
import { membersOf } from './membership.ts';
import { type Rational, sum } from './rational.ts';
import type { Entry } from './roster.ts';
import { shorterWay } from './shorter-way.ts';
import type { PaidShares, Terms } from './terms.ts';

/** A solution's column: every row's exact share in its price. */
interface Column {
  readonly solution: string;
  readonly exact: readonly Rational[];
}

/**
 * Checks who pays what in a year (model, section 4): the members and their own figures; every sum; every share
 * and total the floor or the ceiling of its exact figure, so that equal weights never differ by more than one
 * øre; and as few shares as can be away from the columns' own largest-remainder splits.
 * Answers the shares found, for the limits of the next year. Throws RefusedYear.
 */
export function checkSplit(
  audit: Audit,
  terms: Terms,
  answer: Entry,
  expected: ExpectedYear,
  before: PaidShares | undefined,
): PaidShares {
  const earlier = audit.findings.length;
  const rows = readRows(audit, terms, answer, expected);
  const shares = sharesBySolution(rows, expected);
  const members = membersOf(terms, expected.year);
  // Without every member's row no sum can be right: the missing row is the finding.
  if (rows.length < members.length) return shares;
  checkSums(audit, answer, rows, expected);
  const columns = expected.solutions.flatMap((one): Column[] => {
    const exact = exactShares(terms, one, members, expected.year, before);
    return exact === undefined ? [] : [{ solution: one.solution.solution, exact }];
  });
  checkShares(audit, rows, columns);
  if (columns.length < expected.solutions.length) {
    audit.notes.push(limitsNote(expected, columns));
    return shares;
  }
  checkTotals(audit, rows, columns);
  if (audit.findings.length === earlier) checkFewestChanges(audit, rows, columns);
  return shares;
}

function limitsNote({ year, solutions }: ExpectedYear, columns: readonly Column[]): string {
  const known = new Set(columns.map(({ solution }) => solution));
  const limited = solutions.map(({ solution }) => solution.solution).filter((id) => !known.has(id));
  return (
    `${year}: the caps and floors of ${limited.join(', ')} look back to ${year - 1}, which the answer does not ` +
    "hold; the bounds of these shares and of the municipalities' totals were not checked"
  );
}

function checkSums(audit: Audit, answer: Entry, rows: readonly Row[], expected: ExpectedYear): void {
  const pointer = `${answer.pointer}/municipalities`;
  for (const { solution, price } of expected.solutions) {
    const id = solution.solution;
    const paid = rows.reduce((total, row) => total + shareOf(row, id).ore, 0n);
    audit.amount(pointer, price, kronerText(paid), `the municipalities' shares of ${id} sum to its price`);
  }
  const paid = rows.reduce((total, row) => total + paidBy(row), 0n);
  audit.amount(pointer, expected.price, kronerText(paid), 'all that is paid is the agreement price');
}

function checkShares(audit: Audit, rows: readonly Row[], columns: readonly Column[]): void {
  for (const { solution, exact } of columns) {
    for (const [place, row] of rows.entries()) {
      const { ore, pointer } = shareOf(row, solution);
      const whose = `share of municipality ${row.municipality.municipality} in ${solution}`;
      checkBetween(audit, pointer, exact[place], ore, whose);
    }
  }
}

function checkTotals(audit: Audit, rows: readonly Row[], columns: readonly Column[]): void {
  for (const [place, row] of rows.entries()) {
    const exact = sum(columns.flatMap((column) => column.exact[place] ?? []));
    const whose = `total of municipality ${row.municipality.municipality}`;
    checkBetween(audit, `${row.pointer}/amount`, exact, paidBy(row), whose);
  }
}

function checkFewestChanges(audit: Audit, rows: readonly Row[], columns: readonly Column[]): void {
  const splits = columns.map(({ solution, exact }) => ({
    solution,
    exact,
    largestRemainder: largestRemainder(exact),
    answered: rows.map((row) => shareOf(row, solution).ore),
  }));
  const place = shorterWay(splits, rows.length);
  const split = splits[place?.column ?? -1];
  const row = rows[place?.row ?? -1];
  if (place === undefined || split === undefined || row === undefined) return;
  const { ore, pointer } = shareOf(row, split.solution);
  audit.refuse(
    pointer,
    kronerText(split.largestRemainder[place.row] ?? 0n),
    kronerText(ore),
    `share of municipality ${row.municipality.municipality} in ${split.solution}: another split keeps every bound ` +
      'and is away from the largest-remainder splits in fewer shares',
  );
}

function sharesBySolution(rows: readonly Row[], { solutions }: ExpectedYear): PaidShares {
  return new Map(
    solutions.map(({ solution: { solution } }) => [
      solution,
      new Map(rows.map((row) => [row.municipality.municipality, shareOf(row, solution).ore])),
    ]),
  );
}
