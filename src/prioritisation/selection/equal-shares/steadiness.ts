import { relativeError } from '../doubles.ts';
import { columnRange } from '../support-matrix.ts';
import type { Books } from './books.ts';
import type { ExactPrice } from './ledger.ts';
import { partitionAt } from './partition.ts';
import type { Settlement } from './settle.ts';

/**
 * For how many steps (raises, or øre of the budget) a run is certain to buy the same candidates in the same rounds.
 *
 * While the same groups are exhausted by the same purchases, every price and balance is a linear function of the steps, and
 * the ledger knows the slopes exactly. So each thing that was seen in the run gives a number of steps for which it stays so: a
 * group's surplus or shortfall, a rival that is dearer, a cost that cannot be afforded. What a rival's supporters
 * would pay is concave, so its tangent is never below it. Doubles are used with their error bounds against them, and exact
 * arithmetic for exact equals, which would otherwise never be certain for a single step.
 */
export class Steadiness {
  readonly #books: Books;
  readonly #factors: readonly bigint[];
  #steps = Number.POSITIVE_INFINITY;

  constructor(books: Books, factors: readonly bigint[]) {
    this.#books = books;
    this.#factors = factors;
  }

  /** Whole steps, rounded down; `most` when there is no end to them. */
  stepsUpTo(most: bigint): bigint {
    if (this.#steps >= Number(most)) return most;
    // A step before a change is safe, the change itself is not.
    return BigInt(Math.max(0, Math.ceil(this.#steps) - 1));
  }

  /** Before a purchase is paid: the surplus of those who can pay, the shortfall of those who cannot. */
  seePurchase({ candidate, price, emptied, each }: Settlement): void {
    // Whoever has exactly enough now has too much or too little after a step.
    if (emptied.length > 0) this.#steps = 0;
    if (this.#isOver()) return;
    const { support, balances, ledger } = this.#books;
    const growth = ledger.asDouble(price.growth, price.divisor);
    const margin = relativeError(ledger.rounds);
    const [first, end] = columnRange(support, candidate);
    for (let place = first; place < end; place++) {
      const group = support.columnGroup[place] ?? 0;
      if (balances.isExhausted(group)) continue;
      const strength = support.columnStrength[place] ?? 0;
      const surplus = (balances.left[group] ?? 0) - each * strength;
      const change = (balances.growth[group] ?? 0) - growth * strength;
      const changeError = margin * ((balances.growthSize[group] ?? 0) + Math.abs(growth) * strength);
      const towardsZero = surplus > 0 ? -change : change;
      this.#lastsUntil(Math.abs(surplus) - margin * (balances.start[group] ?? 0), towardsZero + changeError);
    }
  }

  /** Before a purchase is paid: a rival that is not chosen stays dearer, or stays an exact equal. */
  seeRival(rival: number, settled: Settlement): void {
    if (this.#isOver()) return;
    const { ledger, costDoubles } = this.#books;
    const ratio = Number(this.#factors[rival] ?? 1n) / Number(this.#factors[settled.candidate] ?? 1n);
    const growth = ledger.asDouble(settled.price.growth, settled.price.divisor) * ratio;
    const tangent = this.#tangent(rival, settled.each * ratio, growth);
    const shortfall = (costDoubles[rival] ?? 0) - tangent.paid - tangent.paidError;
    if (shortfall > 0) this.#lastsUntil(shortfall, tangent.growth + tangent.growthError);
    else this.#seeNearEqual(rival, settled);
  }

  /** When all is bought: what nobody bought stays out of reach. */
  seeUnaffordable(candidate: number): void {
    if (this.#isOver()) return;
    const tangent = this.#tangent(candidate, Number.MAX_VALUE, 0);
    const shortfall = (this.#books.costDoubles[candidate] ?? 0) - tangent.paid - tangent.paidError;
    this.#lastsUntil(shortfall, tangent.growth + tangent.growthError);
  }

  /** Not a single whole step is certain any more, so nothing further needs to be looked at. */
  #isOver(): boolean {
    return this.#steps <= 1;
  }

  #lastsUntil(distance: number, speed: number): void {
    if (distance <= 0) this.#steps = 0;
    else if (speed > 0) this.#steps = Math.min(this.#steps, (distance / speed) * (1 - relativeError(0)));
  }

  /** What supporters pay at a price that itself grows, and how fast, each as it pays now. */
  #tangent(candidate: number, price: number, priceGrowth: number) {
    const { support, balances, ledger } = this.#books;
    const [first, end] = columnRange(support, candidate);
    let [paid, growth, startSum, growthSize] = [0, 0, 0, 0];
    for (let place = first; place < end; place++) {
      const group = support.columnGroup[place] ?? 0;
      const left = balances.left[group] ?? 0;
      const strength = support.columnStrength[place] ?? 0;
      startSum += balances.start[group] ?? 0;
      if (left < price * strength) {
        paid += left;
        growth += balances.growth[group] ?? 0;
        growthSize += balances.growthSize[group] ?? 0;
      } else {
        paid += price * strength;
        growth += priceGrowth * strength;
        growthSize += Math.abs(priceGrowth) * strength;
      }
    }
    const margin = relativeError(ledger.rounds) + (end - first) * 2 ** -52;
    return { paid, growth, paidError: margin * startSum, growthError: margin * growthSize };
  }

  /** A rival too close for doubles: exactly as dear for good when what is paid for it does not grow. */
  #seeNearEqual(rival: number, settled: Settlement): void {
    const { ledger, costs } = this.#books;
    const price: ExactPrice = {
      numerator: settled.price.numerator * (this.#factors[rival] ?? 1n),
      growth: settled.price.growth * (this.#factors[rival] ?? 1n),
      divisor: settled.price.divisor * (this.#factors[settled.candidate] ?? 1n),
    };
    const part = partitionAt(this.#books, rival, price);
    const money = ledger.moneyOf(part.exhausted);
    const paid = money.amount * price.divisor + price.numerator * part.payingStrength;
    const growth = money.growth * price.divisor + price.growth * part.payingStrength;
    const cost = (costs[rival] ?? 0n) * ledger.denominator * price.divisor;
    if (growth <= 0n && paid <= cost) return;
    this.#lastsUntil(
      ledger.asDouble(cost - paid, price.divisor),
      ledger.asDouble(growth, price.divisor) * (1 + relativeError(0)),
    );
  }
}
