import { invariant } from '../../refusal.ts';
import type { Candidate, TieBreakRule } from './problem.ts';

/** What decided between exact equals. */
export type TieBreakKey = 'cost' | 'votes' | 'id';

/** Equals in the order that a rule puts them in. Selection, "Ties": lower cost, then more votes, then id by code point. */
export class TieBreak {
  readonly #candidates: readonly Candidate[];
  readonly #votes: readonly bigint[];
  readonly #rule: TieBreakRule;

  constructor(candidates: readonly Candidate[], votes: readonly bigint[], rule: TieBreakRule) {
    this.#candidates = candidates;
    this.#votes = votes;
    this.#rule = rule;
  }

  /** For sorting places; never zero for two candidates, whose places are in the order of their ids. */
  compare(first: number, second: number): number {
    const key = this.keyBetween(first, second);
    if (key === 'cost') return this.#costOf(first) < this.#costOf(second) ? -1 : 1;
    if (key === 'votes') return this.#votesOf(first) > this.#votesOf(second) ? -1 : 1;
    return first - second;
  }

  first(places: readonly number[]): number {
    const best = places.toSorted((first, second) => this.compare(first, second))[0];
    invariant(best !== undefined, 'a tie is between some');
    return best;
  }

  /** What decides between two: the first key in which they differ. */
  keyBetween(first: number, second: number): TieBreakKey {
    if (this.#rule === 'id') return 'id';
    if (this.#costOf(first) !== this.#costOf(second)) return 'cost';
    return this.#votesOf(first) === this.#votesOf(second) ? 'id' : 'votes';
  }

  #costOf(place: number): bigint {
    return this.#candidates[place]?.cost ?? 0n;
  }

  #votesOf(place: number): bigint {
    return this.#votes[place] ?? 0n;
  }
}

/** A choice between exact equals that the outcome may hang on: at least one of those passed over was not chosen. */
export interface Tie {
  readonly chosen: number;
  readonly over: readonly { readonly place: number; readonly by: TieBreakKey }[];
}
