import { type Books, solventSupporters } from './books.ts';
import type { ExactPrice } from './ledger.ts';
import { type Partition, partitionAt } from './partition.ts';

/** The exact price of a candidate and whom it exhausts. */
export interface Settlement extends Partition {
  readonly candidate: number;
  readonly price: ExactPrice;
  /** The price as a double of grains. */
  readonly each: number;
}

/** Whether a candidate's supporters can pay its cost together; exactly its cost is enough. */
export function canAfford(books: Books, candidate: number): boolean {
  const { amount } = books.ledger.moneyOf(solventSupporters(books, candidate));
  return amount >= (books.costs[candidate] ?? 0n) * books.ledger.denominator;
}

/**
 * The exact price of a candidate that its supporters can afford: Newton's steps in exact arithmetic, from the
 * price that no one is exhausted by, or from an estimate, which is nearly always the solution. A step from above the
 * solution lands below it, and steps from below end at it.
 */
export function settle(books: Books, candidate: number, estimate: number): Settlement {
  const guess = partitionAt(books, candidate, priceNear(books, estimate));
  let part = guess.payingStrength === 0n ? partitionAt(books, candidate, NOTHING) : guess;
  for (;;) {
    const price = priceFor(books, candidate, part);
    const next = partitionAt(books, candidate, price);
    if (next.exhausted.length === part.exhausted.length && isSame(next.exhausted, part.exhausted)) {
      const each = books.ledger.asDouble(price.numerator, price.divisor);
      return { ...next, candidate, price, each };
    }
    part = next;
  }
}

const NOTHING: ExactPrice = { numerator: 0n, growth: 0n, divisor: 1n };

/** The price at which the rest pays what the exhausted cannot: (cost − their money) / strength of the rest. */
function priceFor({ ledger, costs }: Books, candidate: number, part: Partition): ExactPrice {
  const money = ledger.moneyOf(part.exhausted);
  return {
    numerator: (costs[candidate] ?? 0n) * ledger.denominator - money.amount,
    growth: -money.growth,
    divisor: part.payingStrength,
  };
}

/** An exact price at, or within a roundoff of, an estimate in grains. */
function priceNear({ ledger }: Books, estimate: number): ExactPrice {
  const scale = 2 ** 60;
  return {
    numerator: BigInt(Math.floor(estimate * scale)) * ledger.denominator,
    growth: 0n,
    divisor: BigInt(scale),
  };
}

/** Both lists are in the order of the column. */
function isSame(first: readonly number[], second: readonly number[]): boolean {
  return first.every((group, place) => group === second[place]);
}

/**
 * Below zero, zero or above zero as a candidate is dearer than, as dear as or cheaper than a settled price, each price counted
 * for one unit of utility: the sign of what its supporters would pay at that price, less its cost.
 */
export function compareWith(
  books: Books,
  candidate: number,
  settled: Settlement,
  factors: readonly bigint[],
): number {
  const { ledger, costs } = books;
  const price: ExactPrice = {
    numerator: settled.price.numerator * (factors[candidate] ?? 1n),
    growth: settled.price.growth * (factors[candidate] ?? 1n),
    divisor: settled.price.divisor * (factors[settled.candidate] ?? 1n),
  };
  const part = partitionAt(books, candidate, price);
  const paid = ledger.moneyOf(part.exhausted).amount * price.divisor + price.numerator * part.payingStrength;
  const cost = (costs[candidate] ?? 0n) * ledger.denominator * price.divisor;
  if (paid !== cost) return paid < cost ? -1 : 1;
  // All they have, and a lower price took it already.
  return part.payingStrength === 0n ? 1 : 0;
}
