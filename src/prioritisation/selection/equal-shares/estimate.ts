import { relativeError } from '../doubles.ts';
import { columnRange, type SupportMatrix } from '../support-matrix.ts';
import type { Balances } from './balances.ts';

/** What doubles say of a candidate. Prices are for one unit of strength, in grains. */
export interface Estimate {
  /** What its supporters have left. */
  readonly money: number;
  /** The price at which they pay its cost. */
  readonly price: number;
  /** The strength of those who are not exhausted by that price: how fast a higher price would bring more money. */
  readonly payingStrength: number;
}

/**
 * The smallest price with Σ min( balance, price · strength ) = cost. What is paid is concave in the price, so Newton's
 * steps from below never pass the solution and end where no further supporter is exhausted.
 *
 * @param from a price not above the solution
 */
export function estimatePrice(
  support: SupportMatrix,
  { left }: Balances,
  candidate: number,
  cost: number,
  from: number,
): Estimate {
  const { columnGroup, columnStrength } = support;
  const [first, end] = columnRange(support, candidate);
  let price = from;
  let [money, payingStrength] = [0, 0];
  for (;;) {
    let [exhaustedMoney, paying] = [0, 0];
    money = 0;
    for (let place = first; place < end; place++) {
      const balance = left[columnGroup[place] ?? 0] ?? 0;
      const strength = columnStrength[place] ?? 0;
      money += balance;
      if (balance <= 0 || balance < price * strength) exhaustedMoney += balance;
      else paying += strength;
    }
    if (paying === 0) return { money, price, payingStrength };
    payingStrength = paying;
    const next = (cost - exhaustedMoney) / paying;
    if (!(next > price)) return { money, price, payingStrength };
    price = next;
  }
}

/** What supporters would pay together at a price: Σ min( balance, price · strength ). */
export function paidAt(support: SupportMatrix, { left }: Balances, candidate: number, price: number): number {
  const { columnGroup, columnStrength } = support;
  const [first, end] = columnRange(support, candidate);
  let paid = 0;
  for (let place = first; place < end; place++) {
    paid += Math.min(left[columnGroup[place] ?? 0] ?? 0, price * (columnStrength[place] ?? 0));
  }
  return paid;
}

/**
 * The greatest error of a sum over a candidate's supporters in grains, against the cost: each balance errs in proportion to its
 * start, each of the additions rounds once.
 */
export function sumError(
  support: SupportMatrix,
  startSum: number,
  candidate: number,
  cost: number,
  rounds: number,
): number {
  const [first, end] = columnRange(support, candidate);
  return (relativeError(rounds) + (end - first) * 2 ** -52) * (startSum + cost);
}
