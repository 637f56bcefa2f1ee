import type { Electorate } from './electorate.ts';
import type { Utility } from './problem.ts';
import { strengthsOf } from './strengths.ts';

/**
 * Who supports what, by group (rows) and by candidate (columns), with the **strength** of each support: the
 * group's weight, times the points given with `score`. Strengths are whole numbers; the utility that a strength stands for
 * is strength · factor / perOne with one factor for each candidate (its cost with `cost`, otherwise 1).
 *
 * Written as flat arrays because 100,000 voters with 40 approvals each make four million entries.
 */
export interface SupportMatrix {
  readonly groupCount: number;
  readonly candidateCount: number;
  /** Row of group g: entries rowStart[g] to rowStart[g + 1] − 1, candidates ascending. */
  readonly rowStart: Int32Array;
  readonly rowCandidate: Uint16Array;
  /** Column of candidate p: columnStart[p] to columnStart[p + 1] − 1, groups ascending, and their entries in the rows. */
  readonly columnStart: Int32Array;
  readonly columnGroup: Int32Array;
  readonly columnEntry: Int32Array;
  /** The nearest doubles of the strengths, in row order and in column order. */
  readonly rowStrength: Float64Array;
  readonly columnStrength: Float64Array;
  /** The strengths in row order where a double may not hold them or their sums; absent: doubles are exact. */
  readonly wideStrength?: readonly bigint[];
  /** How many units of strength make a utility of 1 for a weight of 1. */
  readonly perOne: bigint;
}

export function supportMatrix(
  electorate: Electorate,
  candidateCount: number,
  utility: Utility,
): SupportMatrix {
  const ballots = electorate.representatives.map(({ ballot }) => ballot);
  const rowStart = new Int32Array(ballots.length + 1);
  ballots.forEach(({ supported }, group) => {
    rowStart[group + 1] = (rowStart[group] ?? 0) + supported.length;
  });
  const rowCandidate = new Uint16Array(rowStart[ballots.length] ?? 0);
  ballots.forEach(({ supported }, group) => {
    rowCandidate.set(supported, rowStart[group] ?? 0);
  });
  const { perOne, ...strengths } = strengthsOf(electorate, rowStart, utility);
  return {
    groupCount: ballots.length,
    candidateCount,
    rowStart,
    rowCandidate,
    ...strengths,
    ...columnsOf(rowStart, rowCandidate, strengths.rowStrength, candidateCount),
    perOne,
  };
}

/** Where the column of a candidate begins, and where the next one does. */
export function columnRange({ columnStart }: SupportMatrix, candidate: number): [first: number, end: number] {
  return [columnStart[candidate] ?? 0, columnStart[candidate + 1] ?? 0];
}

/** Where the row of a group begins, and where the next one does. */
export function rowRange({ rowStart }: SupportMatrix, group: number): [first: number, end: number] {
  return [rowStart[group] ?? 0, rowStart[group + 1] ?? 0];
}

function columnsOf(
  rowStart: Int32Array,
  rowCandidate: Uint16Array,
  rowStrength: Float64Array,
  candidateCount: number,
): Pick<SupportMatrix, 'columnStart' | 'columnGroup' | 'columnEntry' | 'columnStrength'> {
  const columnStart = new Int32Array(candidateCount + 1);
  for (const candidate of rowCandidate) columnStart[candidate + 1] = (columnStart[candidate + 1] ?? 0) + 1;
  for (let candidate = 0; candidate < candidateCount; candidate++) {
    columnStart[candidate + 1] = (columnStart[candidate + 1] ?? 0) + (columnStart[candidate] ?? 0);
  }
  const next = columnStart.slice();
  const columnGroup = new Int32Array(rowCandidate.length);
  const columnEntry = new Int32Array(rowCandidate.length);
  const columnStrength = new Float64Array(rowCandidate.length);
  for (let group = 0; group + 1 < rowStart.length; group++) {
    const end = rowStart[group + 1] ?? 0;
    for (let entry = rowStart[group] ?? 0; entry < end; entry++) {
      const candidate = rowCandidate[entry] ?? 0;
      const place = next[candidate] ?? 0;
      next[candidate] = place + 1;
      columnGroup[place] = group;
      columnEntry[place] = entry;
      columnStrength[place] = rowStrength[entry] ?? 0;
    }
  }
  return { columnStart, columnGroup, columnEntry, columnStrength };
}
