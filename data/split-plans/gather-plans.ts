import type { Refusal } from '../../src/refusal.ts';
import { type PlanRow, RECIPIENT_COLUMNS } from './columns.ts';
import { rowRefusal } from './row-refusals.ts';

/** Which row a part of the gathered documents came from, by its path as JSON. */
export type Origins = ReadonlyMap<string, number>;

/** Plans gathered from rows; their form is still to be checked. */
export interface GatheredPlans {
  readonly documents: readonly unknown[];
  readonly origins: Origins;
  readonly refusals: readonly Refusal[];
}

/** A part of a document in the making. */
interface Node {
  readonly path: readonly (string | number)[];
  readonly fields: Record<string, unknown>;
}

/** Puts rows together: those of one municipality and first day are a plan, wherever they stand. */
export function gatherPlans(rows: readonly PlanRow[]): GatheredPlans {
  const gatherer = new Gatherer();
  for (const row of rows) gatherer.add(row);
  return gatherer;
}

class Gatherer implements GatheredPlans {
  readonly documents: unknown[] = [];
  readonly origins = new Map<string, number>();
  readonly refusals: Refusal[] = [];
  /** Parts of documents by what they are, so that later rows find them. */
  readonly #nodes = new Map<string, Node>();
  /** The rows that have said where a line or part goes, by its path. */
  readonly #settled = new Map<string, number>();

  add(row: PlanRow): void {
    const { municipality, validFrom, validTo, solution } = row.cells;
    const plan = this.#node(row, { path: [], fields: {} }, undefined, [municipality, validFrom], () => ({
      ...(municipality !== undefined && { municipality }),
      ...(validFrom !== undefined && { validFrom }),
      recipients: [],
      lines: [],
    }));
    if (validTo !== undefined) this.#agree(row, plan, 'validTo', validTo);
    this.#describeRecipient(row, plan);
    if (solution === undefined) this.#settleDefault(row, plan);
    else this.#settleLine(row, plan, solution);
  }

  #describeRecipient(row: PlanRow, plan: Node): void {
    const { recipient } = row.cells;
    if (recipient === undefined) return;
    const described = this.#node(row, plan, 'recipients', [recipient], () => ({ recipient }));
    for (const column of RECIPIENT_COLUMNS) {
      const cell = row.cells[column];
      if (cell !== undefined) this.#agree(row, described, column, cell);
    }
  }

  #settleDefault(row: PlanRow, plan: Node): void {
    if (!this.#settle(row, plan)) return;
    const { recipient } = row.cells;
    if (recipient !== undefined) plan.fields.defaultRecipient = recipient;
  }

  #settleLine(row: PlanRow, plan: Node, solution: string): void {
    const { component, part, share, recipient, lineAccountString } = row.cells;
    let node = this.#node(row, plan, 'lines', [solution, component], () => ({
      solution,
      ...(component !== undefined && { component }),
    }));
    for (const name of part?.split('/').map((each) => each.trim()) ?? [])
      node = this.#node(row, node, 'parts', [name], () => ({ part: name }));
    if (!this.#settle(row, node)) return;
    if (share !== undefined && part === undefined)
      this.refusals.push(rowRefusal('share_without_part', row.row, 'share', share));
    if (share !== undefined && part !== undefined) node.fields.share = share;
    if (recipient !== undefined) node.fields.recipient = recipient;
    if (lineAccountString !== undefined) node.fields.accountString = lineAccountString;
    this.origins.set(JSON.stringify(node.path), row.row);
  }

  /** The part of a document with these names in a list of the one around it; made when no row has named it yet. */
  #node(
    { row }: PlanRow,
    around: Node,
    list: string | undefined,
    names: readonly (string | undefined)[],
    make: () => Record<string, unknown>,
  ): Node {
    const key = JSON.stringify([around.path, list, names]);
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const siblings = list === undefined ? this.documents : listIn(around.fields, list);
    const path = [...around.path, ...(list === undefined ? [] : [list]), siblings.length];
    const node = { path, fields: make() };
    siblings.push(node.fields);
    this.#nodes.set(key, node);
    this.origins.set(JSON.stringify(path), row);
    return node;
  }

  /** Whether the row is the first to say where something goes. */
  #settle({ row }: PlanRow, { path }: Node): boolean {
    const key = JSON.stringify(path);
    const earlier = this.#settled.get(key);
    if (earlier !== undefined)
      this.refusals.push(rowRefusal('row_repeated', row, undefined, String(earlier)));
    else this.#settled.set(key, row);
    return earlier === undefined;
  }

  /** What several rows may say of the same, they must say alike. */
  #agree({ row }: PlanRow, { fields }: Node, column: string, cell: string): void {
    const said = fields[column];
    if (said === undefined) fields[column] = cell;
    else if (said !== cell) this.refusals.push(rowRefusal('row_contradicts', row, column, String(said)));
  }
}

function listIn(fields: Record<string, unknown>, list: string): unknown[] {
  const known = fields[list];
  if (Array.isArray(known)) return known;
  const made: unknown[] = [];
  fields[list] = made;
  return made;
}
