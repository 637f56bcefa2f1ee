import { columnRange, type SupportMatrix } from '../support-matrix.ts';
import type { ExactPrice, Ledger } from './ledger.ts';
import type { Purses } from './purses.ts';

/** A round after which a group was exhausted, for groups that are not. */
const NEVER = 2 ** 31 - 1;

/**
 * What every group has left, as doubles in grains beside the exact ledger, and by how much that grows with one step.
 *
 * The error of a balance is at most (rounds + 16) · 2 · ROUNDOFF of the purse it started with: the start is rounded once;
 * a payment is a product of a price (2 roundoffs) and a strength (1), rounded (1), and payments together never exceed
 * the start; each subtraction rounds once more. An exhausted group has exactly nothing.
 */
export class Balances {
  readonly left: Float64Array;
  readonly start: Float64Array;
  readonly growth: Float64Array;
  /** The sizes that the growth was made of, added up: what its error is measured by. */
  readonly growthSize: Float64Array;
  readonly #exhaustedIn: Int32Array;

  constructor(purses: Purses) {
    this.start = Float64Array.from(purses.start, Number);
    this.left = this.start.slice();
    this.growth = Float64Array.from(purses.growth, Number);
    this.growthSize = this.growth.slice();
    this.#exhaustedIn = new Int32Array(this.start.length).fill(NEVER);
  }

  isExhausted(group: number): boolean {
    return this.#exhaustedIn[group] !== NEVER;
  }

  /** Whether a group still had money after so many rounds. */
  hadMoneyAfter(group: number, rounds: number): boolean {
    return (this.#exhaustedIn[group] ?? NEVER) >= rounds;
  }

  /** Whether a group paid all it had left in a round. */
  paidAllIn(group: number, round: number): boolean {
    return this.#exhaustedIn[group] === round;
  }

  /** Takes a candidate's price from its supporters; the exhausted pay all they have. Before the ledger records it. */
  pay(
    support: SupportMatrix,
    ledger: Ledger,
    candidate: number,
    price: ExactPrice,
    exhausted: readonly number[],
  ): void {
    for (const group of exhausted) {
      this.#exhaustedIn[group] = ledger.rounds;
      this.left[group] = 0;
      this.growth[group] = 0;
      this.growthSize[group] = 0;
    }
    const each = ledger.asDouble(price.numerator, price.divisor);
    const growth = -ledger.asDouble(price.growth, price.divisor);
    const [first, end] = columnRange(support, candidate);
    for (let place = first; place < end; place++) {
      const group = support.columnGroup[place] ?? 0;
      if (this.isExhausted(group)) continue;
      const strength = support.columnStrength[place] ?? 0;
      this.left[group] = Math.max(0, (this.left[group] ?? 0) - each * strength);
      this.growth[group] = (this.growth[group] ?? 0) + growth * strength;
      this.growthSize[group] = (this.growthSize[group] ?? 0) + Math.abs(growth) * strength;
    }
  }
}
