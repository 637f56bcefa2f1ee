import { invariant } from '../refusal.ts';
import { FlowNetwork } from './min-cost-flow.ts';
import type { RowBounds } from './row-bounds.ts';

/** The cells of a column whose quota is not whole, by row: `raised` ones stand at the ceiling, the others at the floor. */
export interface FractionalCells {
  readonly rows: ArrayLike<number>;
  /** 1 for raised, 0 for not. */
  readonly raised: Uint8Array;
}

/**
 * Brings every row within its bounds by moving single øre from row to row within columns, as few as can be: afterwards
 * `raised` says so. Columns keep their sums.
 *
 * It is a flow: a raised øre goes from a row through a column to another row. A fractional cell is an arc that
 * costs 1 when the cell leaves its largest-remainder value. Rows above their bounds are fed by the source, rows
 * below feed the sink, and rows with room between floor and ceiling trade with the slack node for nothing.
 */
export function mendRows(columns: readonly FractionalCells[], bounds: readonly RowBounds[]): void {
  const counts = raisedByRow(columns, bounds.length);
  const isWithin = bounds.every(({ least, most }, row) => {
    const raised = counts[row] ?? 0;
    return least <= raised && raised <= most;
  });
  if (isWithin) return;
  const rowCount = bounds.length;
  const slack = rowCount + columns.length;
  const source = slack + 1;
  const sink = slack + 2;
  const cellCount = columns.reduce((count, { raised }) => count + raised.length, 0);
  const network = new FlowNetwork(sink + 1, cellCount + MOST_ARCS_OF_A_ROW * rowCount);
  const firstArcs = columns.map((column, place) => addCells(network, column, rowCount + place));
  let surplus = 0;
  let excess = 0;
  bounds.forEach(({ least, most }, row) => {
    const raised = counts[row] ?? 0;
    const within = Math.min(Math.max(raised, least), most);
    addArcIfOpen(network, source, row, raised - within);
    addArcIfOpen(network, row, sink, within - raised);
    addArcIfOpen(network, row, slack, most - within);
    addArcIfOpen(network, slack, row, within - least);
    surplus += raised - within;
    excess += Math.max(0, raised - most);
  });
  addArcIfOpen(network, slack, sink, surplus);
  addArcIfOpen(network, source, slack, -surplus);

  const sent = network.sendAtLeastCost(source, sink);
  invariant(sent === excess + Math.max(0, -surplus), 'every matrix has a controlled rounding');
  columns.forEach(({ raised }, place) => {
    const firstArc = firstArcs[place] ?? 0;
    for (let cell = 0; cell < raised.length; cell++) {
      if (network.flowOf(firstArc + 2 * cell) === 1) raised[cell] = 1 - (raised[cell] ?? 0);
    }
  });
}

/** With source or sink, and to and from the slack. */
const MOST_ARCS_OF_A_ROW = 3;

function raisedByRow(columns: readonly FractionalCells[], rowCount: number): Int32Array {
  const counts = new Int32Array(rowCount);
  for (const { rows, raised } of columns) {
    for (let cell = 0; cell < raised.length; cell++) {
      const row = rows[cell] ?? 0;
      counts[row] = (counts[row] ?? 0) + (raised[cell] ?? 0);
    }
  }
  return counts;
}

/** The arcs of a column's cells follow each other; the first one's number. */
function addCells(network: FlowNetwork, { rows, raised }: FractionalCells, node: number): number {
  let first = 0;
  for (let cell = 0; cell < raised.length; cell++) {
    const row = rows[cell] ?? 0;
    const arc = raised[cell] === 1 ? network.addArc(row, node, 1, 1) : network.addArc(node, row, 1, 1);
    if (cell === 0) first = arc;
  }
  return first;
}

function addArcIfOpen(network: FlowNetwork, from: number, to: number, capacity: number): void {
  if (capacity > 0) network.addArc(from, to, capacity, 0);
}
