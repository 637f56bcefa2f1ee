import { invariant } from '../refusal.ts';
import { type ArcLayout, ArcTable } from './arc-table.ts';

/** Farther than any path: no bucket of the search gets that far. */
const OUT_OF_REACH = 0x7fff_ffff;

/**
 * A network with whole capacities and costs of 0 or more, for flows of least cost.
 *
 * What flows along an arc can flow back along its reverse at the opposite cost. The arcs of a node are scanned from the
 * last one added to the first, so the same network gives the same flow.
 */
export class FlowNetwork {
  readonly #nodeCount: number;
  readonly #arcs: ArcTable;
  #layout: ArcLayout | undefined;

  /** @param arcRoom how many arcs are expected; there may be more */
  constructor(nodeCount: number, arcRoom = 0) {
    this.#nodeCount = nodeCount;
    this.#arcs = new ArcTable(arcRoom);
  }

  /** Adds an arc and returns its number. All arcs are added before anything is sent. */
  addArc(from: number, to: number, capacity: number, cost: number): number {
    invariant(Number.isInteger(capacity) && Number.isInteger(cost), 'capacities and costs are whole');
    invariant(this.#layout === undefined, 'all arcs are there before anything flows');
    invariant(this.#has(from) && this.#has(to), 'a node number is inside the network');
    return this.#arcs.add(from, to, capacity, cost);
  }

  /** How much flows along an arc that `addArc` gave. */
  flowOf(arc: number): number {
    if (this.#layout === undefined) return 0;
    const { capacity, placeOf } = this.#layout;
    return capacity[placeOf[arc + 1] ?? 0] ?? 0;
  }

  /** Sends as much as can flow from source to sink, at the least total cost, and returns how much that is. */
  sendAtLeastCost(source: number, sink: number): number {
    invariant(this.#has(source) && this.#has(sink), 'a node number is inside the network');
    this.#layout ??= this.#arcs.layOut(this.#nodeCount);
    return new LeastCostSearch(this.#layout, source, sink).sendAll();
  }

  #has(node: number): boolean {
    return node >= 0 && node < this.#nodeCount;
  }
}

/**
 * Primal–dual method: shortest distances by reduced cost, then all that can flow along shortest paths at once
 * (Dinic's level graph), until the sink is out of reach. Costs are small whole numbers, so there are few rounds.
 */
class LeastCostSearch {
  readonly #arcs: ArcLayout;
  readonly #source: number;
  readonly #sink: number;
  readonly #potential: Int32Array;
  readonly #distance: Int32Array;
  readonly #level: Int32Array;
  readonly #cursor: Int32Array;
  readonly #queue: Int32Array;

  constructor(arcs: ArcLayout, source: number, sink: number) {
    const nodeCount = arcs.start.length - 1;
    this.#arcs = arcs;
    this.#source = source;
    this.#sink = sink;
    this.#potential = new Int32Array(nodeCount);
    this.#distance = new Int32Array(nodeCount);
    this.#level = new Int32Array(nodeCount);
    this.#cursor = new Int32Array(nodeCount);
    this.#queue = new Int32Array(nodeCount);
  }

  sendAll(): number {
    let sent = 0;
    while (this.#shiftPotentials()) {
      while (this.#levelAdmissibleNodes()) {
        this.#cursor.set(this.#arcs.start.subarray(0, this.#cursor.length));
        let pushed: number;
        do {
          pushed = this.#push(this.#source, Infinity);
          sent += pushed;
        } while (pushed > 0);
      }
    }
    return sent;
  }

  /**
   * Dijkstra with one bucket per whole distance; afterwards arcs on shortest paths have reduced cost zero. Buckets
   * grow while they are read.
   */
  #shiftPotentials(): boolean {
    this.#distance.fill(OUT_OF_REACH);
    this.#distance[this.#source] = 0;
    const buckets: number[][] = [[this.#source]];
    for (const [reach, bucket = []] of buckets.entries()) {
      for (const node of bucket) {
        if (node === this.#sink) {
          this.#raisePotentials(reach);
          return true;
        }
        if (this.#distance[node] === reach) this.#relax(node, reach, buckets);
      }
    }
    return false;
  }

  #relax(node: number, reach: number, buckets: number[][]): void {
    const { start, target, capacity, cost } = this.#arcs;
    const [potential, distance] = [this.#potential, this.#distance];
    const height = reach + (potential[node] ?? 0);
    const end = start[node + 1] ?? 0;
    for (let arc = start[node] ?? 0; arc < end; arc++) {
      if (capacity[arc] === 0) continue;
      const next = target[arc] ?? 0;
      const candidate = height + (cost[arc] ?? 0) - (potential[next] ?? 0);
      if ((distance[next] ?? 0) <= candidate) continue;
      distance[next] = candidate;
      buckets[candidate] ??= [];
      buckets[candidate].push(next);
    }
  }

  #raisePotentials(sinkDistance: number): void {
    const [potential, distance] = [this.#potential, this.#distance];
    for (let node = 0; node < potential.length; node++) {
      potential[node] = (potential[node] ?? 0) + Math.min(distance[node] ?? 0, sinkDistance);
    }
  }

  #levelAdmissibleNodes(): boolean {
    const { start, target } = this.#arcs;
    const [level, queue] = [this.#level, this.#queue];
    level.fill(-1);
    level[this.#source] = 0;
    queue[0] = this.#source;
    for (let read = 0, written = 1; read < written; read++) {
      const node = queue[read] ?? 0;
      const end = start[node + 1] ?? 0;
      for (let arc = start[node] ?? 0; arc < end; arc++) {
        const next = target[arc] ?? 0;
        if (level[next] !== -1 || !this.#isAdmissible(node, arc)) continue;
        level[next] = (level[node] ?? 0) + 1;
        queue[written] = next;
        written += 1;
      }
    }
    return level[this.#sink] !== -1;
  }

  #isAdmissible(from: number, arc: number): boolean {
    const { target, capacity, cost } = this.#arcs;
    const to = target[arc] ?? 0;
    return (
      capacity[arc] !== 0 && (cost[arc] ?? 0) + (this.#potential[from] ?? 0) === (this.#potential[to] ?? 0)
    );
  }

  /** Depth is at most the number of levels: short, because levels count the fewest arcs. */
  #push(node: number, limit: number): number {
    if (node === this.#sink) return limit;
    const { start, target, capacity, reverse } = this.#arcs;
    const end = start[node + 1] ?? 0;
    const nextLevel = (this.#level[node] ?? 0) + 1;
    for (let arc = this.#cursor[node] ?? 0; arc < end; arc++) {
      this.#cursor[node] = arc;
      const next = target[arc] ?? 0;
      if (this.#level[next] !== nextLevel || !this.#isAdmissible(node, arc)) continue;
      const pushed = this.#push(next, Math.min(limit, capacity[arc] ?? 0));
      if (pushed === 0) continue;
      const back = reverse[arc] ?? 0;
      capacity[arc] = (capacity[arc] ?? 0) - pushed;
      capacity[back] = (capacity[back] ?? 0) + pushed;
      return pushed;
    }
    this.#cursor[node] = end;
    return 0;
  }
}
