import type { Constraint } from '../constraint.ts';
import { type Capacity, capacitiesOf, mostWithin } from './fractional-bound.ts';
import type { Search } from './search.ts';

/** So many sets are looked at before an exact search is given up: about a second. */
const MOST_NODES = 100_000;

/**
 * Looks through all sets that could be worth more than the best one known, in exact arithmetic: depth first, each candidate in or out,
 * cut off where even the rest in fractions would not be enough (Dantzig's bound, over the budget and each limit). Better sets
 * become the search's best. For problems without part funding.
 *
 * @returns whether all were looked through, so that the best is proved to be the best
 */
export function searchExactly(search: Search): boolean {
  return new ExactSearch(search).run();
}

/** The budget or a limit as the search goes on. */
interface Room extends Capacity {
  left: bigint;
}

class ExactSearch {
  readonly #search: Search;
  readonly #values: readonly bigint[];
  readonly #rooms: readonly Room[];
  /** The candidates in the order in which they are decided. */
  readonly #order: readonly number[];
  readonly #partners: readonly (readonly Pairing[])[];
  /** 1: in; −1: out; 0: not decided. */
  readonly #decided: Int8Array;
  #value = 0n;
  #nodes = 0;

  constructor(search: Search) {
    this.#search = search;
    this.#values = search.values;
    const { problem } = search.model;
    this.#rooms = capacitiesOf(problem, search.constraints, search.values).map((capacity) => ({
      ...capacity,
      left: capacity.limit,
    }));
    this.#order = this.#rooms[0]?.order ?? problem.candidates.map((_, place) => place);
    this.#partners = pairingsOf(search.constraints, problem.candidates.length);
    this.#decided = new Int8Array(problem.candidates.length);
  }

  run(): boolean {
    return this.#decide(0);
  }

  /** False when it was given up. */
  #decide(depth: number): boolean {
    this.#nodes += 1;
    if (this.#nodes > MOST_NODES || (this.#nodes % 256 === 0 && !this.#search.hasTime)) return false;
    if (!this.#canBeBetter()) return true;
    const place = this.#order[depth];
    if (place === undefined) {
      this.#search.consider(this.#order.filter((candidate) => this.#decided[candidate] === 1));
      return true;
    }
    return this.#with(place, depth) && this.#without(place, depth);
  }

  #with(place: number, depth: number): boolean {
    if (!this.#fits(place) || !this.#isAllowed(place, true)) return true;
    this.#decided[place] = 1;
    this.#value += this.#values[place] ?? 0n;
    for (const room of this.#rooms) room.left -= room.use[place] ?? 0n;
    const isDone = this.#decide(depth + 1);
    for (const room of this.#rooms) room.left += room.use[place] ?? 0n;
    this.#value -= this.#values[place] ?? 0n;
    this.#decided[place] = 0;
    return isDone;
  }

  #without(place: number, depth: number): boolean {
    if (!this.#isAllowed(place, false)) return true;
    this.#decided[place] = -1;
    const isDone = this.#decide(depth + 1);
    this.#decided[place] = 0;
    return isDone;
  }

  #fits(place: number): boolean {
    return this.#rooms.every(({ use, left }) => (use[place] ?? 0n) <= left);
  }

  /** Whether a decision agrees with those that are made; groups are checked when a set is complete. */
  #isAllowed(place: number, isIn: boolean): boolean {
    return (this.#partners[place] ?? []).every(
      ({ whenIn, other, forbids }) =>
        whenIn !== isIn || (other !== place && this.#decided[other] !== forbids),
    );
  }

  #canBeBetter(): boolean {
    const best = this.#search.best?.value;
    if (best === undefined) return true;
    const needed = best.numerator / best.denominator - this.#value;
    const isOpen = (place: number) => this.#decided[place] === 0;
    return this.#rooms.every((room) => {
      const { numerator, denominator } = mostWithin(room, room.left, this.#values, isOpen);
      return numerator / denominator > needed;
    });
  }
}

/** A decision on one candidate that forbids one on another, or, where the other is itself, that is never allowed. */
interface Pairing {
  readonly whenIn: boolean;
  readonly other: number;
  readonly forbids: 1 | -1;
}

function pairingsOf(constraints: readonly Constraint[], count: number): Pairing[][] {
  const pairings = Array.from({ length: count }, (): Pairing[] => []);
  const add = (place: number, pairing: Pairing) => pairings[place]?.push(pairing);
  for (const constraint of constraints) {
    if (constraint.kind === 'must')
      add(constraint.place, { whenIn: false, other: constraint.place, forbids: -1 });
    if (constraint.kind === 'must-not')
      add(constraint.place, { whenIn: true, other: constraint.place, forbids: 1 });
    if (constraint.kind === 'depends-on') {
      add(constraint.place, { whenIn: true, other: constraint.needed, forbids: -1 });
      add(constraint.needed, { whenIn: false, other: constraint.place, forbids: 1 });
    }
    if (constraint.kind === 'excludes') {
      add(constraint.place, { whenIn: true, other: constraint.other, forbids: 1 });
      add(constraint.other, { whenIn: true, other: constraint.place, forbids: 1 });
    }
  }
  return pairings;
}
