import { relativeError } from '../doubles.ts';
import { StrengthSums, strengthOf } from '../strength-sums.ts';
import { columnRange, rowRange } from '../support-matrix.ts';
import type { Books } from './books.ts';
import type { ExactPrice } from './ledger.ts';

/** A candidate's supporters as a price divides them; those who were exhausted before are in no part. */
export interface Partition {
  /** Those who have less than the price asks of them, and so pay all they have. */
  readonly exhausted: readonly number[];
  /** Those who have exactly what the price asks of them. */
  readonly emptied: readonly number[];
  /** The strength of all who can pay what the price asks of them. */
  readonly payingStrength: bigint;
}

/** Divides exactly: by doubles where they are clear, by the ledger where they are not. */
export function partitionAt(books: Books, candidate: number, price: ExactPrice): Partition {
  const { support, balances, ledger } = books;
  const each = ledger.asDouble(price.numerator, price.divisor);
  const margin = relativeError(ledger.rounds);
  const exactly = exactComparison(books, price);
  const paying = new StrengthSums(support, 1);
  const [exhausted, emptied]: [number[], number[]] = [[], []];
  const [first, end] = columnRange(support, candidate);
  for (let place = first; place < end; place++) {
    const group = support.columnGroup[place] ?? 0;
    if (balances.isExhausted(group)) continue;
    const surplus = (balances.left[group] ?? 0) - each * (support.columnStrength[place] ?? 0);
    const isClear = Math.abs(surplus) > margin * (balances.start[group] ?? 0);
    const sign = isClear ? surplus : exactly(group, support.columnEntry[place] ?? 0);
    if (sign < 0) exhausted.push(group);
    else paying.addInColumn(0, place);
    if (sign === 0) emptied.push(group);
  }
  return { exhausted, emptied, payingStrength: paying.sumOf(0) };
}

/**
 * The sign of what a group has left, less what the price asks for one of its entries, from the ledger. Groups with the same money
 * for each unit of weight and the same history are compared once.
 */
function exactComparison(books: Books, price: ExactPrice): (group: number, entry: number) => number {
  const { support, ledger } = books;
  const known = new Map<string, number>();
  return (group, entry) => {
    const key = historyKey(books, group, entry);
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const left = ledger.moneyOf([group]).amount * price.divisor;
    const asked = price.numerator * strengthOf(support, entry);
    const sign = left === asked ? 0 : left < asked ? -1 : 1;
    known.set(key, sign);
    return sign;
  };
}

/** Equal for groups whose balance and strength are in the same proportion because the same happened to them. */
function historyKey({ electorate, support, ledger }: Books, group: number, entry: number): string {
  if (support.wideStrength !== undefined) return `${group} ${entry}`;
  const weight = Number(electorate.weights[group]);
  const points = (place: number) => (support.rowStrength[place] ?? 0) / weight;
  let key = `${electorate.endowmentClass[group]} ${points(entry)}`;
  const [first, end] = rowRange(support, group);
  for (let place = first; place < end; place++) {
    const round = ledger.roundOf(support.rowCandidate[place] ?? 0);
    if (round !== -1) key += ` ${round}:${points(place)}`;
  }
  return key;
}
