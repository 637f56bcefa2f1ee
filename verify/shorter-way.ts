import { floor, isWhole, type Rational, sum } from './rational.ts';

/** One column of a split: every municipality's exact share, its largest-remainder share and the answered share. */
export interface SplitColumn {
  readonly exact: readonly Rational[];
  readonly largestRemainder: readonly bigint[];
  readonly answered: readonly bigint[];
}

export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

interface Arc {
  readonly from: number;
  readonly to: number;
  /** Change in the number of cells that differ from their largest-remainder share. */
  readonly cost: number;
  readonly cell?: CellPlace;
}

/**
 * Looks for a way to move single øre about that keeps every bound and column sum and leaves fewer cells
 * different from the columns' largest-remainder splits. Answers a cell that this would bring back, or
 * `undefined` when the answered split differs in as few cells as any lawful split can.
 *
 * The split must already keep its cell, row and column bounds. It is a flow: each øre that one cell takes over
 * from another follows arcs column → row (the cell takes one) and row → column (it gives one), and passes the
 * node of all totals where a row's total changes. No arc cycle of negative cost ⇔ the flow is of least cost.
 */
export function shorterWay(columns: readonly SplitColumn[], rowCount: number): CellPlace | undefined {
  const arcs = [...cellArcs(columns, rowCount), ...totalArcs(columns, rowCount)];
  return negativeCycle(arcs, rowCount + columns.length + 1).find((arc) => arc.cost < 0)?.cell;
}

/** Rows are the first nodes, columns the next, all totals the last. */
function cellArcs(columns: readonly SplitColumn[], rowCount: number): Arc[] {
  return columns.flatMap(({ exact, largestRemainder, answered }, column) =>
    exact.flatMap((share, row): Arc[] => {
      if (isWhole(share)) return [];
      const cost = answered[row] === largestRemainder[row] ? 1 : -1;
      const cell = { column, row };
      const node = rowCount + column;
      const isLow = answered[row] === floor(share);
      return [isLow ? { from: node, to: row, cost, cell } : { from: row, to: node, cost, cell }];
    }),
  );
}

/** A row's total may rise from the floor to the ceiling of its exact total, or fall back. */
function totalArcs(columns: readonly SplitColumn[], rowCount: number): Arc[] {
  const totals = rowCount + columns.length;
  return Array.from({ length: rowCount }, (_, row) => row).flatMap((row): Arc[] => {
    const exact = sum(columns.flatMap((column) => column.exact[row] ?? []));
    if (isWhole(exact)) return [];
    const answered = columns.reduce((total, column) => total + (column.answered[row] ?? 0n), 0n);
    return [
      answered === floor(exact) ? { from: row, to: totals, cost: 0 } : { from: totals, to: row, cost: 0 },
    ];
  });
}

/** The arcs of some cycle whose costs sum below zero, by Bellman and Ford; none when there is no such cycle. */
function negativeCycle(arcs: readonly Arc[], nodeCount: number): Arc[] {
  const distance = new Array<number>(nodeCount).fill(0);
  const reachedBy = new Map<number, Arc>();
  let improved: Arc | undefined;
  for (let round = 0; round < nodeCount; round++) {
    improved = undefined;
    for (const arc of arcs) {
      const through = (distance[arc.from] ?? 0) + arc.cost;
      if (through >= (distance[arc.to] ?? 0)) continue;
      distance[arc.to] = through;
      reachedBy.set(arc.to, arc);
      improved = arc;
    }
    if (improved === undefined) return [];
  }
  return improved === undefined ? [] : cycleBehind(improved, reachedBy, nodeCount);
}

/** An arc that still improves after as many rounds as there are nodes lies on a cycle, or behind one. */
function cycleBehind(last: Arc, reachedBy: ReadonlyMap<number, Arc>, nodeCount: number): Arc[] {
  let onCycle = last;
  for (let step = 0; step < nodeCount; step++) onCycle = reachedBy.get(onCycle.from) ?? onCycle;
  const cycle = [onCycle];
  for (
    let arc = reachedBy.get(onCycle.from);
    arc !== undefined && arc !== onCycle;
    arc = reachedBy.get(arc.from)
  ) {
    cycle.push(arc);
  }
  return cycle;
}
