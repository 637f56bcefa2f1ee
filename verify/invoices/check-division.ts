import { largestRemainder } from '../apportion.ts';
import type { Audit } from '../audit.ts';
import { checkBetween } from '../check-between.ts';
import { kronerText } from '../kroner.ts';
import { multiply, rational, sum } from '../rational.ts';
import { shorterWay } from '../shorter-way.ts';
import type { Destination, Line } from './read-run.ts';

/** What has been asked of one recipient for one component through one branch of a plan. */
export interface Leaf extends Line {
  readonly recipient: string;
  readonly gln: string;
}

/**
 * Checks how a plan's percentages divide components: each part of each component and each part's total is the floor or the
 * ceiling of its exact share, and as few as can be are away from the components' own largest-remainder splits. Parts that are
 * divided further are checked in turn.
 */
export function checkDivision(
  audit: Audit,
  destination: Destination,
  totals: ReadonlyMap<string, bigint>,
  leaves: readonly Leaf[],
  inside: readonly string[],
  whose: string,
): void {
  if (!('parts' in destination)) return;
  const { parts } = destination;
  const within = parts.map(({ part }) => leaves.filter((leaf) => leaf.parts[inside.length] === part));
  const columns = [...totals].map(([component, total]) => {
    const exact = parts.map(({ share }) => multiply(rational(total), share));
    const answered = within.map((own) =>
      own.reduce((ore, leaf) => (leaf.component === component ? ore + leaf.ore : ore), 0n),
    );
    return { component, exact, largestRemainder: largestRemainder(exact), answered };
  });
  const earlier = audit.findings.length;
  for (const [row, { part }] of parts.entries()) {
    const pointer = within[row]?.at(-1)?.pointer ?? '/run/invoices';
    const name = `${[...inside, part].join('/')} of ${whose}`;
    for (const { component, exact, answered } of columns)
      checkBetween(audit, pointer, exact[row], answered[row] ?? 0n, `${component}, ${name}`);
    const total = columns.reduce((ore, column) => ore + (column.answered[row] ?? 0n), 0n);
    const exactTotal = sum(columns.flatMap((column) => column.exact[row] ?? []));
    checkBetween(audit, pointer, exactTotal, total, `all components, ${name}`);
  }
  if (audit.findings.length > earlier) return;
  const place = shorterWay(columns, parts.length);
  if (place !== undefined) {
    const column = columns[place.column];
    audit.refuse(
      within[place.row]?.at(-1)?.pointer ?? '/run/invoices',
      kronerText(column?.largestRemainder[place.row] ?? 0n),
      kronerText(column?.answered[place.row] ?? 0n),
      `${column?.component}, ${whose}: another division keeps every bound and moves fewer parts`,
    );
  }
  for (const [row, { part, destination: inner }] of parts.entries()) {
    const own = new Map(columns.map((column) => [column.component, column.answered[row] ?? 0n]));
    checkDivision(audit, inner, own, within[row] ?? [], [...inside, part], whose);
  }
}
