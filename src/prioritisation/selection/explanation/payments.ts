import { exactFromInteger, greatestCommonDivisor } from '../../../money/exact.ts';
import { type Ore, ore } from '../../../money/ore.ts';
import { splitTwoWay } from '../../../money/two-way-split.ts';
import type { Electorate } from '../electorate.ts';
import type { SharesOutcome } from '../equal-shares/method.ts';
import type { Fraction } from '../fraction.ts';
import type { Prepared } from '../prepared.ts';
import { strengthOf } from '../strength-sums.ts';
import { leastCommonMultiple, wholeNumbers } from '../whole-numbers.ts';

/** Who paid how much, in whole øre: each purchase is paid exactly, and no voter pays more than the endowment shown. */
export interface Payments {
  /** By voter, in the voters' order: what it could spend in the run that counts. */
  readonly endowments: readonly Ore[];
  readonly spent: readonly Ore[];
  /** For each candidate that voters paid for, the amount of each voter. */
  readonly paidFor: ReadonlyMap<number, readonly Ore[]>;
}

/**
 * The exact payments are fractions of an øre. They are brought to whole øre by the two-way split, with what is not spent as
 * one more column: every purchase sums to its cost, and a voter's payments and rest to its endowment, which is
 * the exact one rounded down or up.
 */
export function paymentsOf(prepared: Prepared, outcome: SharesOutcome): Payments {
  const { problem, givenFirst } = prepared;
  const exact = new ExactPayments(prepared, outcome);
  const costly = givenFirst.filter((place) => (problem.candidates[place]?.cost ?? 0n) > 0n);
  const paidPlaces = [...costly, ...outcome.run.bought];
  const columns = [
    ...costly.map((place) => ({ place, weights: exact.forGiven() })),
    ...outcome.run.bought.map((place, round) => ({ place, weights: exact.inRound(place, round) })),
  ].map(({ place, weights }) => ({ total: problem.candidates[place]?.cost ?? ore(0n), weights }));
  const rest = exact.rest();
  const split = splitTwoWay(
    [...columns, rest].map(({ total, weights }) => ({ total, weights: weights.map(exactFromInteger) })),
  );
  const sumsUpTo = (count: number): Ore[] =>
    problem.voters.map((_, voter) =>
      ore(split.slice(0, count).reduce((sum, column) => sum + (column[voter] ?? 0n), 0n)),
    );
  return {
    endowments: sumsUpTo(split.length),
    spent: sumsUpTo(columns.length),
    paidFor: new Map(paidPlaces.map((place, index) => [place, split[index] ?? []])),
  };
}

/** The exact payments of single voters, each column in whole units of its own. */
class ExactPayments {
  readonly #prepared: Prepared;
  readonly #outcome: SharesOutcome;
  readonly #weights: readonly bigint[];
  readonly #shares: readonly Fraction[];
  readonly #multiple: bigint;

  constructor(prepared: Prepared, outcome: SharesOutcome) {
    this.#prepared = prepared;
    this.#outcome = outcome;
    this.#weights = wholeNumbers(prepared.problem.voters.map(({ weight }) => weight)).numbers;
    this.#shares = sharesInGroups(this.#weights, prepared.electorate);
    this.#multiple = this.#shares.map(({ denominator }) => denominator).reduce(leastCommonMultiple, 1n);
  }

  /** What is chosen in any case is paid in proportion to what voters bring. */
  forGiven(): bigint[] {
    return this.#prepared.problem.voters.map(
      ({ endowment }, voter) => endowment ?? this.#weights[voter] ?? 0n,
    );
  }

  inRound(candidate: number, round: number): bigint[] {
    const { ledger, balances, support } = this.#outcome.run.books;
    const { electorate } = this.#prepared;
    const price = ledger.priceOf(round);
    const byGroup = electorate.representatives.map(({ ballot }, group) => {
      const index = ballot.supported.indexOf(candidate);
      if (index === -1 || !balances.hadMoneyAfter(group, round)) return 0n;
      if (balances.paidAllIn(group, round)) return ledger.moneyOf([group], round).amount;
      return price * strengthOf(support, (support.rowStart[group] ?? 0) + index);
    });
    return this.#toVoters(byGroup);
  }

  /** What is left in the purses after all rounds, and its total in whole øre. */
  rest(): { readonly total: Ore; readonly weights: bigint[] } {
    const { ledger, balances, purses } = this.#outcome.run.books;
    const byGroup = this.#prepared.electorate.representatives.map((_, group) =>
      balances.isExhausted(group) ? 0n : ledger.moneyOf([group]).amount,
    );
    const sum = byGroup.reduce((total, amount) => total + amount, 0n);
    const whole = ledger.denominator * purses.grainsPerOre;
    return { total: ore((2n * sum + whole) / (2n * whole)), weights: this.#toVoters(byGroup) };
  }

  /** A group's money in proportion to its members' weights; over one multiple for all voters. */
  #toVoters(byGroup: readonly bigint[]): bigint[] {
    const { groupOf } = this.#prepared.electorate;
    return this.#shares.map(({ numerator, denominator }, voter) => {
      const money = byGroup[groupOf[voter] ?? 0] ?? 0n;
      return money * numerator * (this.#multiple / denominator);
    });
  }
}

/** Each voter's part of its group, in lowest terms: 1 for all who are a group of their own. */
function sharesInGroups(
  weights: readonly bigint[],
  { groupOf, weights: groupWeights }: Electorate,
): Fraction[] {
  return weights.map((weight, voter) => {
    const whole = groupWeights[groupOf[voter] ?? 0] ?? weight;
    const divisor = greatestCommonDivisor(weight, whole);
    return { numerator: weight / divisor, denominator: whole / divisor };
  });
}
