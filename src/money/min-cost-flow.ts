import { invariant } from '../refusal.ts';

/** Farther than any path: no bucket of the search gets that far. */
const OUT_OF_REACH = 0x7fff_ffff;

/**
 * A network with whole capacities and costs of 0 or more, for flows of least cost.
 *
 * An arc and its reverse are neighbours (2k and 2k + 1): what flows along one can flow back along the other at
 * the opposite cost. Arcs are scanned from the last one added to the first, so the same network gives the same flow.
 */
export class FlowNetwork {
  readonly #firstArc: Int32Array;
  readonly #nextArc: number[] = [];
  readonly #target: number[] = [];
  readonly #capacity: number[] = [];
  readonly #cost: number[] = [];
  readonly #potential: Int32Array;
  readonly #level: Int32Array;
  readonly #cursor: Int32Array;

  constructor(nodeCount: number) {
    this.#firstArc = new Int32Array(nodeCount).fill(-1);
    this.#potential = new Int32Array(nodeCount);
    this.#level = new Int32Array(nodeCount);
    this.#cursor = new Int32Array(nodeCount);
  }

  /** Adds an arc and returns its number. */
  addArc(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.#target.length;
    this.#link(from, to, capacity, cost);
    this.#link(to, from, 0, -cost);
    return arc;
  }

  /** How much flows along an arc that `addArc` gave. */
  flowOf(arc: number): number {
    return this.#capacity[arc + 1] ?? 0;
  }

  /**
   * Sends as much as can flow from source to sink, at the least total cost, and returns how much that is.
   *
   * Primal–dual method: shortest distances by reduced cost, then all that can flow along shortest paths at once
   * (Dinic's level graph), until the sink is out of reach. Costs are small whole numbers, so there are few rounds.
   */
  sendAtLeastCost(source: number, sink: number): number {
    let sent = 0;
    while (this.#shiftPotentials(source, sink)) {
      while (this.#levelAdmissibleNodes(source, sink)) {
        this.#cursor.set(this.#firstArc);
        let pushed: number;
        do {
          pushed = this.#push(source, sink, Infinity);
          sent += pushed;
        } while (pushed > 0);
      }
    }
    return sent;
  }

  #link(from: number, to: number, capacity: number, cost: number): void {
    invariant(Number.isInteger(capacity) && Number.isInteger(cost), 'capacities and costs are whole');
    this.#nextArc.push(this.#at(this.#firstArc, from));
    this.#firstArc[from] = this.#target.length;
    this.#target.push(to);
    this.#capacity.push(capacity);
    this.#cost.push(cost);
  }

  #reducedCost(from: number, arc: number): number {
    return (
      this.#at(this.#cost, arc) +
      this.#at(this.#potential, from) -
      this.#at(this.#potential, this.#at(this.#target, arc))
    );
  }

  /**
   * Dijkstra with one bucket per whole distance; afterwards arcs on shortest paths have reduced cost zero. Buckets
   * grow while they are read.
   */
  #shiftPotentials(source: number, sink: number): boolean {
    const distance = new Int32Array(this.#firstArc.length).fill(OUT_OF_REACH);
    const buckets: number[][] = [[source]];
    distance[source] = 0;
    for (const [reach, bucket = []] of buckets.entries()) {
      for (const node of bucket) {
        if (node === sink) {
          this.#raisePotentials(distance, reach);
          return true;
        }
        this.#relax(node, reach, distance, buckets);
      }
    }
    return false;
  }

  #relax(node: number, reach: number, distance: Int32Array, buckets: number[][]): void {
    for (let arc = this.#at(this.#firstArc, node); arc !== -1; arc = this.#at(this.#nextArc, arc)) {
      if (this.#at(this.#capacity, arc) === 0) continue;
      const target = this.#at(this.#target, arc);
      const candidate = reach + this.#reducedCost(node, arc);
      if (this.#at(distance, target) <= candidate) continue;
      distance[target] = candidate;
      buckets[candidate] ??= [];
      buckets[candidate].push(target);
    }
  }

  #raisePotentials(distance: Int32Array, sinkDistance: number): void {
    for (const [node, reach] of distance.entries()) {
      this.#potential[node] = this.#at(this.#potential, node) + Math.min(reach, sinkDistance);
    }
  }

  #levelAdmissibleNodes(source: number, sink: number): boolean {
    this.#level.fill(-1);
    this.#level[source] = 0;
    const queue = [source];
    for (const node of queue) {
      for (let arc = this.#at(this.#firstArc, node); arc !== -1; arc = this.#at(this.#nextArc, arc)) {
        const target = this.#at(this.#target, arc);
        if (this.#level[target] !== -1 || !this.#isAdmissible(node, arc)) continue;
        this.#level[target] = this.#at(this.#level, node) + 1;
        queue.push(target);
      }
    }
    return this.#level[sink] !== -1;
  }

  #isAdmissible(from: number, arc: number): boolean {
    return this.#at(this.#capacity, arc) > 0 && this.#reducedCost(from, arc) === 0;
  }

  /** Depth is at most the number of levels: short, because levels count the fewest arcs. */
  #push(node: number, sink: number, limit: number): number {
    if (node === sink) return limit;
    for (let arc = this.#at(this.#cursor, node); arc !== -1; arc = this.#at(this.#nextArc, arc)) {
      this.#cursor[node] = arc;
      const target = this.#at(this.#target, arc);
      if (this.#level[target] !== this.#at(this.#level, node) + 1 || !this.#isAdmissible(node, arc)) continue;
      const pushed = this.#push(target, sink, Math.min(limit, this.#at(this.#capacity, arc)));
      if (pushed === 0) continue;
      this.#capacity[arc] = this.#at(this.#capacity, arc) - pushed;
      this.#capacity[arc ^ 1] = this.#at(this.#capacity, arc ^ 1) + pushed;
      return pushed;
    }
    return 0;
  }

  #at(list: ArrayLike<number>, place: number): number {
    const value = list[place];
    invariant(value !== undefined, 'a node or arc number is inside the network');
    return value;
  }
}
