import { greatestCommonDivisor } from '../../../money/exact.ts';
import { quotient } from '../doubles.ts';
import { StrengthSums } from '../strength-sums.ts';
import { rowRange, type SupportMatrix } from '../support-matrix.ts';
import type { Purses } from './purses.ts';

/** An exact number for the price of one unit of strength: numerator / (the ledger's denominator · divisor). */
export interface ExactPrice {
  readonly numerator: bigint;
  /** How the numerator grows with one step of what the purses grow with. */
  readonly growth: bigint;
  /** Above 0. */
  readonly divisor: bigint;
}

/** Money in grains, over the ledger's denominator, with its growth in one step. */
export interface ExactMoney {
  readonly amount: bigint;
  readonly growth: bigint;
}

/**
 * The exact record of a run of Equal Shares: which candidate was bought in which round, and the price of one unit of
 * strength. From it every purse can be told exactly at any time: a group that is not yet exhausted has its start less
 * price · strength for each round whose candidate it supports, an exhausted one has nothing. So no purse is
 * carried as a fraction from round to round, and exact arithmetic costs only where a decision needs it.
 *
 * All prices are kept over one denominator. It grows by a factor of at most the payers' strength in each round.
 */
export class Ledger {
  readonly #support: SupportMatrix;
  readonly #purses: Purses;
  readonly #roundOf: Int32Array;
  readonly #prices: bigint[] = [];
  readonly #growths: bigint[] = [];
  #denominator = 1n;

  constructor(support: SupportMatrix, purses: Purses) {
    this.#support = support;
    this.#purses = purses;
    this.#roundOf = new Int32Array(support.candidateCount).fill(-1);
  }

  get rounds(): number {
    return this.#prices.length;
  }

  get denominator(): bigint {
    return this.#denominator;
  }

  /** The round in which a candidate was bought, −1 when it was not. */
  roundOf(candidate: number): number {
    return this.#roundOf[candidate] ?? -1;
  }

  /** Price of one unit of strength in a round, over `denominator`. */
  priceOf(round: number): bigint {
    return this.#prices[round] ?? 0n;
  }

  record(candidate: number, { numerator, growth, divisor }: ExactPrice): void {
    const common = greatestCommonDivisor(divisor, magnitude(numerator));
    const factor = divisor / greatestCommonDivisor(common, magnitude(growth));
    if (factor !== 1n) {
      this.#denominator *= factor;
      for (let round = 0; round < this.#prices.length; round++) {
        this.#prices[round] = (this.#prices[round] ?? 0n) * factor;
        this.#growths[round] = (this.#growths[round] ?? 0n) * factor;
      }
    }
    this.#roundOf[candidate] = this.#prices.length;
    this.#prices.push((numerator * factor) / divisor);
    this.#growths.push((growth * factor) / divisor);
  }

  /** What groups that are not exhausted have left together, over `denominator`; `rounds` looks back to after so many. */
  moneyOf(groups: Iterable<number>, rounds = this.rounds): ExactMoney {
    const { start, growth } = this.#purses;
    const paid = new StrengthSums(this.#support, rounds);
    let [startSum, growthSum] = [0n, 0n];
    for (const group of groups) {
      startSum += start[group] ?? 0n;
      growthSum += growth[group] ?? 0n;
      this.#addRounds(paid, group, rounds);
    }
    let amount = startSum * this.#denominator;
    let grown = growthSum * this.#denominator;
    for (let round = 0; round < rounds; round++) {
      const strength = paid.sumOf(round);
      if (strength === 0n) continue;
      amount -= this.priceOf(round) * strength;
      grown -= (this.#growths[round] ?? 0n) * strength;
    }
    return { amount, growth: grown };
  }

  /** Money over `denominator` as a double of grains, but for a relative error of twice a roundoff. */
  asDouble(amount: bigint, divisor = 1n): number {
    return quotient(amount, this.#denominator * divisor);
  }

  #addRounds(paid: StrengthSums, group: number, rounds: number): void {
    const [first, end] = rowRange(this.#support, group);
    for (let entry = first; entry < end; entry++) {
      const round = this.roundOf(this.#support.rowCandidate[entry] ?? 0);
      if (round !== -1 && round < rounds) paid.add(round, entry);
    }
  }
}

function magnitude(number: bigint): bigint {
  return number < 0n ? -number : number;
}
