/** What a residual network looks like when it is laid out: the arcs of a node stand beside each other. */
export interface ArcLayout {
  /** The arcs of node n stand at the places `start[n]` up to `start[n + 1]`, the last one added first. */
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly capacity: Int32Array;
  readonly cost: Int32Array;
  /** The place of the same arc backwards. */
  readonly reverse: Int32Array;
  /** The place of each arc by its number. */
  readonly placeOf: Int32Array;
}

/**
 * Arcs as they are added, in lists that grow: four numbers for an arc, so that a network of ten million fits in memory.
 * An arc and its reverse are neighbours (2k and 2k + 1).
 */
export class ArcTable {
  #count = 0;
  #from: Int32Array<ArrayBuffer>;
  #target: Int32Array<ArrayBuffer>;
  #capacity: Int32Array<ArrayBuffer>;
  #cost: Int32Array<ArrayBuffer>;

  /** @param room for so many arcs before the lists have to grow */
  constructor(room: number) {
    this.#from = new Int32Array(2 * room);
    this.#target = new Int32Array(2 * room);
    this.#capacity = new Int32Array(2 * room);
    this.#cost = new Int32Array(2 * room);
  }

  /** Adds an arc with its reverse, and returns its number. */
  add(from: number, to: number, capacity: number, cost: number): number {
    if (this.#count === this.#from.length) this.#grow();
    const number = this.#count;
    this.#set(number, from, to, capacity, cost);
    this.#set(number + 1, to, from, 0, -cost);
    this.#count += 2;
    return number;
  }

  /** Lays the arcs out by the node that they leave (a counting sort). */
  layOut(nodeCount: number): ArcLayout {
    const count = this.#count;
    const start = new Int32Array(nodeCount + 1);
    for (let arc = 0; arc < count; arc++) {
      const next = (this.#from[arc] ?? 0) + 1;
      start[next] = (start[next] ?? 0) + 1;
    }
    for (let node = 0; node < nodeCount; node++)
      start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);

    const free = start.slice(0, nodeCount);
    const placeOf = new Int32Array(count);
    for (let arc = count - 1; arc >= 0; arc--) {
      const from = this.#from[arc] ?? 0;
      const place = free[from] ?? 0;
      placeOf[arc] = place;
      free[from] = place + 1;
    }
    const target = new Int32Array(count);
    const capacity = new Int32Array(count);
    const cost = new Int32Array(count);
    const reverse = new Int32Array(count);
    for (let arc = 0; arc < count; arc++) {
      const place = placeOf[arc] ?? 0;
      target[place] = this.#target[arc] ?? 0;
      capacity[place] = this.#capacity[arc] ?? 0;
      cost[place] = this.#cost[arc] ?? 0;
      reverse[place] = placeOf[arc ^ 1] ?? 0;
    }
    return { start, target, capacity, cost, reverse, placeOf };
  }

  #set(arc: number, from: number, to: number, capacity: number, cost: number): void {
    this.#from[arc] = from;
    this.#target[arc] = to;
    this.#capacity[arc] = capacity;
    this.#cost[arc] = cost;
  }

  #grow(): void {
    this.#from = doubled(this.#from);
    this.#target = doubled(this.#target);
    this.#capacity = doubled(this.#capacity);
    this.#cost = doubled(this.#cost);
  }
}

function doubled(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2 + 2);
  larger.set(list);
  return larger;
}
