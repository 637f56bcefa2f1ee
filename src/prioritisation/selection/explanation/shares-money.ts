import { relativeError } from '../doubles.ts';
import type { SharesRun } from '../equal-shares/run.ts';
import type { Fraction } from '../fraction.ts';
import { columnRange, rowRange } from '../support-matrix.ts';

/** What a candidate's supporters had after each round, and what became of it: told from the books of a run. */
export class SupportersMoney {
  readonly #run: SharesRun;
  /** The prices of all rounds as doubles. */
  readonly #prices: Float64Array;
  /** The rounds that each group paid in, once somebody has asked: it is asked for each candidate that the group supports. */
  readonly #paidRounds = new Map<number, readonly PaidRound[]>();

  constructor(run: SharesRun) {
    this.#run = run;
    const { ledger } = run.books;
    this.#prices = Float64Array.from({ length: ledger.rounds }, (_, round) =>
      ledger.asDouble(ledger.priceOf(round)),
    );
  }

  /** What they had left together after so many rounds, in grains, over the ledger's denominator. */
  after(candidate: number, rounds: number): bigint {
    const { ledger } = this.#run.books;
    return ledger.moneyOf(this.#solventAfter(candidate, rounds), rounds).amount;
  }

  /** After how many rounds they had, for the first time, less than the cost; undefined when they always had enough. */
  roundsUntilShort(candidate: number): number | undefined {
    const { ledger, costs } = this.#run.books;
    const cost = (costs[candidate] ?? 0n) * ledger.denominator;
    const isShort = (rounds: number) => this.after(candidate, rounds) < cost;
    // Doubles say where to look; the ledger, where it is.
    let rounds = this.#estimatedRoundsUntilShort(candidate);
    while (rounds > 0 && isShort(rounds - 1)) rounds -= 1;
    while (rounds <= ledger.rounds && !isShort(rounds)) rounds += 1;
    return rounds > ledger.rounds ? undefined : rounds;
  }

  /** What its supporters paid for each candidate bought in the first rounds, in grains: estimates with a bound on their error. */
  paidInRounds(candidate: number, rounds: number): { readonly paid: Float64Array; readonly error: number } {
    const { books } = this.#run;
    const { support, balances, ledger, startSums } = books;
    const paid = new Float64Array(rounds);
    const [first, end] = columnRange(support, candidate);
    for (let place = first; place < end; place++) {
      const group = support.columnGroup[place] ?? 0;
      let left = balances.start[group] ?? 0;
      for (const { round, entry } of this.#roundsOf(group)) {
        if (round >= rounds) break;
        const asked = (this.#prices[round] ?? 0) * (support.rowStrength[entry] ?? 0);
        const pays = balances.paidAllIn(group, round) ? left : asked;
        paid[round] = (paid[round] ?? 0) + pays;
        left -= pays;
      }
    }
    const supporters = end - first;
    const error = (relativeError(ledger.rounds) + supporters * 2 ** -52) * (startSums[candidate] ?? 0);
    return { paid, error };
  }

  /** What they paid in one round, exactly, in grains. */
  paidIn(candidate: number, round: number): Fraction {
    return {
      numerator: this.after(candidate, round) - this.after(candidate, round + 1),
      denominator: this.#run.books.ledger.denominator,
    };
  }

  #estimatedRoundsUntilShort(candidate: number): number {
    const { books } = this.#run;
    const cost = books.costDoubles[candidate] ?? 0;
    const { paid } = this.paidInRounds(candidate, books.ledger.rounds);
    let left = books.startSums[candidate] ?? 0;
    let rounds = 0;
    while (rounds < paid.length && left >= cost) {
      left -= paid[rounds] ?? 0;
      rounds += 1;
    }
    return rounds;
  }

  *#solventAfter(candidate: number, rounds: number): Generator<number> {
    const { support, balances } = this.#run.books;
    const [first, end] = columnRange(support, candidate);
    for (let place = first; place < end; place++) {
      const group = support.columnGroup[place] ?? 0;
      if (balances.hadMoneyAfter(group, rounds)) yield group;
    }
  }

  #roundsOf(group: number): readonly PaidRound[] {
    const known = this.#paidRounds.get(group) ?? this.#findRoundsOf(group);
    this.#paidRounds.set(group, known);
    return known;
  }

  #findRoundsOf(group: number): PaidRound[] {
    const { support, ledger, balances } = this.#run.books;
    const found: PaidRound[] = [];
    const [first, end] = rowRange(support, group);
    for (let entry = first; entry < end; entry++) {
      const round = ledger.roundOf(support.rowCandidate[entry] ?? 0);
      if (round !== -1 && balances.hadMoneyAfter(group, round)) found.push({ round, entry });
    }
    return found.sort((one, other) => one.round - other.round);
  }
}

/** A round in which a group paid, with the group's entry for what was bought. */
interface PaidRound {
  readonly round: number;
  readonly entry: number;
}

/** A sum in grains as the nearest whole øre: from an estimate where that is clear, else exactly. */
export function nearestOre(
  estimate: number,
  error: number,
  grainsPerOre: bigint,
  exactly: () => Fraction,
): bigint {
  const perOre = Number(grainsPerOre);
  const [low, high] = [(estimate - error) / perOre, (estimate + error) / perOre];
  if (Math.round(low) === Math.round(high) && high < 2 ** 50) return BigInt(Math.round(estimate / perOre));
  const { numerator, denominator } = exactly();
  const whole = denominator * grainsPerOre;
  return (2n * numerator + whole) / (2n * whole);
}
