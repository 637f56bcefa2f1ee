import { type Audit, shown } from './audit.ts';
import type { ExpectedYear } from './expected-year.ts';
import { membersOf } from './membership.ts';
import { rational, roundHalfAway } from './rational.ts';
import { type Entry, entriesOf, roster } from './roster.ts';
import type { Municipality, Terms } from './terms.ts';

/** What the answer lets one municipality pay for one solution, and where it says so. */
export interface Share {
  readonly ore: bigint;
  readonly pointer: string;
}

/** A municipality's answered row. */
export interface Row {
  readonly municipality: Municipality;
  readonly pointer: string;
  readonly shares: ReadonlyMap<string, Share>;
}

/** The answered share of a solution; a solution that the row does not name costs it nothing. */
export function shareOf(row: Row, solution: string): Share {
  return row.shares.get(solution) ?? { ore: 0n, pointer: `${row.pointer}/solutions` };
}

/** What the row pays in all: the sum of its shares. */
export function paidBy({ shares }: Row): bigint {
  return shares.values().reduce((total, { ore }) => total + ore, 0n);
}

/**
 * The rows of the year's members by code, checked each for itself: population, amount and price per citizen.
 * Members that the answer leaves out are refused and have no row.
 */
export function readRows(audit: Audit, terms: Terms, answer: Entry, expected: ExpectedYear): Row[] {
  const members = membersOf(terms, expected.year);
  const codes = members.map(({ municipality }) => municipality);
  const pointer = `${answer.pointer}/municipalities`;
  const entries = roster(audit, pointer, answer.record.municipalities, 'municipality', codes);
  return members.flatMap((municipality) => {
    const entry = entries.get(municipality.municipality);
    return entry === undefined ? [] : [readRow(audit, municipality, entry, expected)];
  });
}

function readRow(audit: Audit, municipality: Municipality, entry: Entry, expected: ExpectedYear): Row {
  const whose = `of municipality ${municipality.municipality} in ${expected.year}`;
  const shares = readShares(audit, entry, expected, whose);
  const row = { municipality, pointer: entry.pointer, shares };
  checkFigures(audit, row, entry, whose);
  return row;
}

function readShares(audit: Audit, { record, pointer }: Entry, expected: ExpectedYear, whose: string) {
  const priced = new Set(expected.solutions.map(({ solution }) => solution.solution));
  const shares = new Map<string, Share>();
  for (const line of entriesOf(audit, `${pointer}/solutions`, record.solutions)) {
    const { solution, amount } = line.record;
    if (typeof solution !== 'string' || !priced.has(solution) || shares.has(solution)) {
      const wanted = 'each solution of the year at most once';
      audit.refuse(`${line.pointer}/solution`, wanted, shown(solution), `a line ${whose}`);
      continue;
    }
    const at = `${line.pointer}/amount`;
    shares.set(solution, {
      ore: audit.readAmount(at, amount, `share in ${solution} ${whose}`) ?? 0n,
      pointer: at,
    });
  }
  return shares;
}

function checkFigures(audit: Audit, row: Row, { record, pointer }: Entry, whose: string): void {
  const { population } = row.municipality;
  const paid = paidBy(row);
  const perCitizen = roundHalfAway(rational(paid, population));
  audit.equals(`${pointer}/population`, Number(population), record.population, `population ${whose}`);
  audit.amount(`${pointer}/amount`, paid, record.amount, `amount ${whose}: the sum of its shares`);
  audit.amount(`${pointer}/perCitizen`, perCitizen, record.perCitizen, `price per citizen ${whose}`);
}
