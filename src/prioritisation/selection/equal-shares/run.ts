import { invariant } from '../../../refusal.ts';
import type { Electorate } from '../electorate.ts';
import type { IsOutOfTime, SelectionProblem } from '../problem.ts';
import { columnRange, type SupportMatrix } from '../support-matrix.ts';
import type { Tie, TieBreak } from '../tie-break.ts';
import { Walk } from '../walk.ts';
import { type Books, openBooks } from './books.ts';
import { Chooser } from './choose.ts';
import type { Purses } from './purses.ts';
import type { Settlement } from './settle.ts';
import { Steadiness } from './steadiness.ts';

/** What stays the same from run to run. */
export interface SharesCase {
  readonly problem: SelectionProblem;
  readonly electorate: Electorate;
  readonly support: SupportMatrix;
  /** The utility of one unit of strength, by candidate. */
  readonly factors: readonly bigint[];
  readonly tieBreak: TieBreak;
  /** Chosen in any case, in this order, and paid before the first round. */
  readonly givenFirst: readonly number[];
}

/** One run of the Method of Equal Shares. */
export interface SharesRun {
  readonly books: Books;
  readonly walk: Walk;
  /** Candidates bought, in the order of the ledger's rounds. */
  readonly bought: readonly number[];
  /** Chosen at once because they cost nothing. */
  readonly free: readonly number[];
  readonly ties: readonly Tie[];
  /** Present when it was asked for. */
  readonly steadiness?: Steadiness;
}

/**
 * Runs the rounds until nothing is affordable. Selection, Method of Equal Shares, 2 to 4.
 *
 * Candidates that a constraint bars are passed over; without constraints none is. Undefined when time runs out.
 */
export function runShares(
  shares: SharesCase,
  purses: Purses,
  asks: { readonly steadiness: boolean; readonly isOutOfTime: IsOutOfTime },
): SharesRun | undefined {
  const { problem, electorate, support, factors, tieBreak } = shares;
  const books = openBooks(
    electorate,
    support,
    purses,
    problem.candidates.map(({ cost }) => cost),
  );
  const walk = new Walk(problem);
  for (const place of shares.givenFirst) walk.take(place);
  const chooser = new Chooser(books, factors, tieBreak);
  const steadiness = asks.steadiness ? new Steadiness(books, factors) : undefined;
  const [bought, free, ties]: [number[], number[], Tie[]] = [[], [], []];
  for (;;) {
    if (asks.isOutOfTime()) return undefined;
    free.push(...takeFree(shares, walk));
    const open = openTo(shares, walk);
    const choice = chooser.choose(open);
    if (choice === undefined) {
      for (const place of open) steadiness?.seeUnaffordable(place);
      return {
        books,
        walk,
        bought,
        free,
        ties: decisive(ties, books, factors),
        ...(steadiness && { steadiness }),
      };
    }
    const { settlement, tie } = choice;
    if (steadiness !== undefined) watch(steadiness, settlement, open);
    buy(books, settlement);
    walk.take(settlement.candidate);
    bought.push(settlement.candidate);
    if (tie !== undefined) ties.push(tie);
  }
}

function watch(steadiness: Steadiness, settlement: Settlement, open: readonly number[]): void {
  steadiness.seePurchase(settlement);
  for (const rival of open) if (rival !== settlement.candidate) steadiness.seeRival(rival, settlement);
}

function buy({ support, balances, ledger }: Books, settlement: Settlement): void {
  const { candidate, price, exhausted, emptied } = settlement;
  invariant(price.numerator > 0n, 'what is bought in a round has a price');
  balances.pay(support, ledger, candidate, price, [...exhausted, ...emptied]);
  ledger.record(candidate, price);
}

/**
 * The ties that the outcome may hang on: without those who were passed over and then bought at the very same ρ. They
 * were bought by money that the other purchase did not touch, so their order changes nothing.
 */
function decisive(ties: readonly Tie[], { ledger }: Books, factors: readonly bigint[]): Tie[] {
  const isBoughtAlike = (first: number, second: number): boolean => {
    const [one, other] = [ledger.roundOf(first), ledger.roundOf(second)];
    if (other === -1) return false;
    return ledger.priceOf(one) * (factors[second] ?? 1n) === ledger.priceOf(other) * (factors[first] ?? 1n);
  };
  return ties.flatMap(({ chosen, over }): Tie[] => {
    const lost = over.filter(({ place }) => !isBoughtAlike(chosen, place));
    return lost.length === 0 ? [] : [{ chosen, over: lost }];
  });
}

/** Takes what costs nothing and has utility, as soon as no constraint bars it. */
function takeFree({ problem, support, factors, tieBreak }: SharesCase, walk: Walk): number[] {
  const taken: number[] = [];
  for (;;) {
    const free = problem.candidates.flatMap(({ cost }, place) =>
      cost === 0n && factors[place] !== 0n && hasSupport(support, place) && isOpen(walk, place)
        ? [place]
        : [],
    );
    if (free.length === 0) return taken;
    const next = tieBreak.first(free);
    walk.take(next);
    taken.push(next);
  }
}

/** Supported, not chosen, not barred, and not free. */
function openTo({ problem, support }: SharesCase, walk: Walk): number[] {
  return problem.candidates.flatMap(({ cost }, place) =>
    cost > 0n && hasSupport(support, place) && isOpen(walk, place) ? [place] : [],
  );
}

function isOpen(walk: Walk, place: number): boolean {
  return !walk.has(place) && walk.obstacle(place) === undefined;
}

export function hasSupport(support: SupportMatrix, candidate: number): boolean {
  const [first, end] = columnRange(support, candidate);
  return first < end;
}
