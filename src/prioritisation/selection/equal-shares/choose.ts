import { relativeError } from '../doubles.ts';
import type { Tie, TieBreak } from '../tie-break.ts';
import type { Books } from './books.ts';
import { estimatePrice, paidAt, sumError } from './estimate.ts';
import { canAfford, compareWith, type Settlement, settle } from './settle.ts';

/** What a round chooses, and the exact equals it was preferred to. */
export interface Choice {
  readonly settlement: Settlement;
  readonly tie?: Tie;
}

/** Covers the few roundings between a price and its ρ. */
const ROUNDING = relativeError(0);

/**
 * Finds the cheapest candidate of each round: the smallest ρ, the price of one unit of utility.
 *
 * No ρ ever falls from one round to the next, so a lower bound found once holds for good: candidates are looked at in the order of
 * their bounds until the next bound is above the best so far. Doubles decide what is clearly dearer or
 * cheaper, exact arithmetic the rest; the best is always settled exactly.
 */
export class Chooser {
  readonly #books: Books;
  readonly #factors: readonly bigint[];
  readonly #factorDoubles: Float64Array;
  readonly #tieBreak: TieBreak;
  /** No candidate's ρ is below its bound. */
  readonly #bounds: Float64Array;
  readonly #unaffordable = new Set<number>();

  /** @param factors the utility of one unit of strength, by candidate */
  constructor(books: Books, factors: readonly bigint[], tieBreak: TieBreak) {
    this.#books = books;
    this.#factors = factors;
    this.#factorDoubles = Float64Array.from(factors, Number);
    this.#tieBreak = tieBreak;
    this.#bounds = new Float64Array(factors.length);
  }

  /** The choice among some candidates; undefined when none of them is affordable. */
  choose(open: readonly number[]): Choice | undefined {
    const prices = this.#estimateNearest(open);
    const near: number[] = [];
    let best: Settlement | undefined;
    for (const candidate of this.#byBound(open)) {
      if (best !== undefined && this.#isClearlyDearer(candidate, best)) break;
      const price = prices.get(candidate) ?? this.#estimate(candidate);
      if (price === undefined) continue;
      near.push(candidate);
      if (best === undefined || this.#compare(candidate, best) > 0) {
        best = settle(this.#books, candidate, price);
      }
    }
    return best && this.#breakTie(best, near);
  }

  /**
   * Prices of the candidates that may be the cheapest, as far as estimates tell: their bounds are then so close that the cheapest
   * comes first by its bound, and is the only one that has to be settled.
   */
  #estimateNearest(open: readonly number[]): ReadonlyMap<number, number> {
    const prices = new Map<number, number>();
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of this.#byBound(open)) {
      if ((this.#bounds[candidate] ?? 0) > least) break;
      const price = this.#estimate(candidate);
      if (price === undefined) continue;
      prices.set(candidate, price);
      least = Math.min(least, price / (this.#factorDoubles[candidate] ?? 1));
    }
    return prices;
  }

  #byBound(open: readonly number[]): number[] {
    const boundOf = (candidate: number) => this.#bounds[candidate] ?? 0;
    return open
      .filter((candidate) => !this.#unaffordable.has(candidate))
      .sort((first, second) => boundOf(first) - boundOf(second) || first - second);
  }

  #breakTie(best: Settlement, near: readonly number[]): Choice {
    const rivals = near.filter(
      (candidate) => candidate !== best.candidate && this.#compare(candidate, best) === 0,
    );
    if (rivals.length === 0) return { settlement: best };
    const equals = [best.candidate, ...rivals];
    const chosen = this.#tieBreak.first(equals);
    const over = equals
      .filter((candidate) => candidate !== chosen)
      .toSorted((first, second) => this.#tieBreak.compare(first, second))
      .map((place) => ({ place, by: this.#tieBreak.keyBetween(chosen, place) }));
    const price = this.#rhoOf(best) * (this.#factorDoubles[chosen] ?? 1);
    const settlement = chosen === best.candidate ? best : settle(this.#books, chosen, price);
    return { settlement, tie: { chosen, over } };
  }

  /** An estimate of the price, and a better bound of ρ; undefined for what its supporters can no longer afford. */
  #estimate(candidate: number): number | undefined {
    const { support, balances } = this.#books;
    const cost = this.#books.costDoubles[candidate] ?? 0;
    const factor = this.#factorDoubles[candidate] ?? 1;
    const bound = this.#bounds[candidate] ?? 0;
    const from = bound * factor * (1 - ROUNDING);
    const { money, price, payingStrength } = estimatePrice(support, balances, candidate, cost, from);
    const error = this.#errorOf(candidate);
    const isShort = Math.abs(money - cost) > error ? money < cost : !canAfford(this.#books, candidate);
    if (isShort) {
      this.#unaffordable.add(candidate);
      return undefined;
    }
    // What is paid is concave in the price: so far below the estimate it is less than the cost beyond doubt.
    const lower = ((price - (4 * error) / payingStrength) / factor) * (1 - ROUNDING);
    this.#bounds[candidate] = Math.max(bound, lower);
    return price;
  }

  /** Above zero: cheaper than the best; zero: exactly as dear. */
  #compare(candidate: number, best: Settlement): number {
    if (this.#isClearlyDearer(candidate, best)) return -1;
    const { support, balances } = this.#books;
    const price = this.#rhoOf(best) * (this.#factorDoubles[candidate] ?? 1);
    const surplus = paidAt(support, balances, candidate, price) - (this.#books.costDoubles[candidate] ?? 0);
    if (Math.abs(surplus) > this.#errorOf(candidate)) return surplus;
    return compareWith(this.#books, candidate, best, this.#factors);
  }

  #isClearlyDearer(candidate: number, best: Settlement): boolean {
    return (this.#bounds[candidate] ?? 0) > this.#rhoOf(best) * (1 + ROUNDING);
  }

  #rhoOf({ candidate, each }: Settlement): number {
    return each / (this.#factorDoubles[candidate] ?? 1);
  }

  #errorOf(candidate: number): number {
    const { support, ledger, costDoubles, startSums } = this.#books;
    return sumError(
      support,
      startSums[candidate] ?? 0,
      candidate,
      costDoubles[candidate] ?? 0,
      ledger.rounds,
    );
  }
}
