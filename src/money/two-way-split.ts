import { invariant } from '../refusal.ts';
import { raisedByLargestRemainder } from './apportionment.ts';
import type { Exact } from './exact.ts';
import { FlowNetwork } from './min-cost-flow.ts';
import { type Ore, ore } from './ore.ts';
import { type Quotas, quotasOf, wholeWeights } from './quotas.ts';
import { type RowBounds, rowBounds } from './row-bounds.ts';

/** One total to be split over the rows; a row that takes no part weighs zero. */
export interface SplitColumn {
  readonly total: Ore;
  /** ≥ 0, one for each row in canonical order; not all zero unless the total is zero. */
  readonly weights: readonly Exact[];
}

/**
 * Splits several totals over the same rows so that columns and rows are exact at once (controlled rounding):
 * every column sums to its total, every cell is the floor or the ceiling of its exact quota, and every row's
 * total is the floor or the ceiling of its exact total. Model, section 4.
 *
 * Of all such matrices it gives one that differs in the fewest cells from the columns' own largest remainder
 * splits; between equals the order of rows and columns decides, so callers bring both in canonical order
 * (municipality code, catalogue).
 *
 * @returns the matrix as columns of rows, in the order given
 */
export function splitTwoWay(columns: readonly SplitColumn[]): Ore[][] {
  const rowCount = columns[0]?.weights.length ?? 0;
  invariant(
    columns.every((column) => column.weights.length === rowCount),
    'all columns have the same rows',
  );
  const starts = startFromLargestRemainders(columns);
  moveFewestCells(starts, rowCount);
  return starts.map(({ quotas, raised }) =>
    quotas.floors.map((floor, row) => ore(raised[row] ? floor + 1n : floor)),
  );
}

/** A column while it is being rounded: `raised` cells stand at the ceiling, the others at the floor. */
interface RoundedColumn {
  readonly quotas: Quotas;
  readonly raised: boolean[];
}

function startFromLargestRemainders(columns: readonly SplitColumn[]): RoundedColumn[] {
  return columns.map(({ total, weights }) => {
    const quotas = quotasOf(total, wholeWeights(weights));
    return { quotas, raised: raisedByLargestRemainder(total, quotas) };
  });
}

/**
 * Brings every row within its bounds by moving single øre from row to row within columns.
 *
 * It is a flow: a raised øre goes from a row through a column to another row. A fractional cell is an arc that
 * costs 1 when the cell leaves its largest-remainder value. Rows above their bounds are fed by the source, rows
 * below feed the sink, and rows with room between floor and ceiling trade with the slack node for nothing.
 */
function moveFewestCells(columns: readonly RoundedColumn[], rowCount: number): void {
  const rows = raisedRows(columns, rowCount);
  const slack = rowCount + columns.length;
  const source = slack + 1;
  const sink = slack + 2;
  const network = new FlowNetwork(sink + 1);
  const cells = columns.flatMap((column, place) => addCells(network, column, rowCount + place));
  let surplus = 0;
  rows.forEach(({ raised, least, most }, row) => {
    const within = Math.min(Math.max(raised, least), most);
    addArcIfOpen(network, source, row, raised - within);
    addArcIfOpen(network, row, sink, within - raised);
    addArcIfOpen(network, row, slack, most - within);
    addArcIfOpen(network, slack, row, within - least);
    surplus += raised - within;
  });
  addArcIfOpen(network, slack, sink, surplus);
  addArcIfOpen(network, source, slack, -surplus);

  const excess = rows.reduce((sum, { raised, most }) => sum + Math.max(0, raised - most), 0);
  const sent = network.sendAtLeastCost(source, sink);
  invariant(sent === excess + Math.max(0, -surplus), 'every matrix has a controlled rounding');
  for (const { arc, column, row } of cells) {
    if (network.flowOf(arc) === 1) column.raised[row] = !column.raised[row];
  }
}

/** A row's bounds and how many of its cells the largest remainder splits have raised. */
function raisedRows(
  columns: readonly RoundedColumn[],
  rowCount: number,
): (RowBounds & { readonly raised: number })[] {
  const bounds = rowBounds(
    columns.map(({ quotas }) => quotas),
    rowCount,
  );
  return bounds.map((bound, row) => ({
    ...bound,
    raised: columns.reduce((count, column) => count + (column.raised[row] ? 1 : 0), 0),
  }));
}

function addCells(network: FlowNetwork, column: RoundedColumn, node: number) {
  return column.quotas.remainders.flatMap((remainder, row) => {
    if (remainder === 0n) return [];
    const arc = column.raised[row] ? network.addArc(row, node, 1, 1) : network.addArc(node, row, 1, 1);
    return [{ arc, column, row }];
  });
}

function addArcIfOpen(network: FlowNetwork, from: number, to: number, capacity: number): void {
  if (capacity > 0) network.addArc(from, to, capacity, 0);
}
