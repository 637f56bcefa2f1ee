import { hasSupport, type SharesRun } from '../equal-shares/run.ts';
import type { Fraction } from '../fraction.ts';
import type { Prepared } from '../prepared.ts';
import { factorsOf } from '../valuation.ts';
import { type Fate, largestRivals, type Reason, type Rival } from './reason.ts';
import { nearestOre, SupportersMoney } from './shares-money.ts';

/** What became of each candidate that the rounds of Equal Shares did not buy, whether a completion chose it or not. */
export function sharesFates(prepared: Prepared, run: SharesRun): Fate[] {
  const money = new SupportersMoney(run);
  const { candidates } = prepared.problem;
  const factors = factorsOf(candidates, prepared.settings.utility);
  return candidates.map((_, place): Fate => {
    const isBought = run.books.ledger.roundOf(place) !== -1;
    if (isBought || run.free.includes(place) || prepared.givenFirst.includes(place)) return { place };
    const isChosen = run.walk.has(place);
    if (!hasSupport(prepared.support, place) || factors[place] === 0n) {
      return isChosen ? { place } : { place, reason: { kind: 'support' } };
    }
    const rounds = money.roundsUntilShort(place) ?? run.books.ledger.rounds;
    const reason = isChosen ? undefined : reasonFor(run, money, place, rounds);
    return {
      place,
      ...(reason && { reason }),
      effectiveSupport: effectiveSupport(run, money, place, rounds),
    };
  });
}

function reasonFor(run: SharesRun, money: SupportersMoney, place: number, rounds: number): Reason {
  const obstacle = run.walk.obstacle(place);
  if (obstacle !== undefined) return { kind: 'obstacle', obstacle };
  const missing = missingAfter(run, money, place, rounds);
  if (rounds === 0) return { kind: 'money', missing };
  return { kind: 'rivals', missing, rivals: rivalsOf(run, money, place, rounds) };
}

/** What its supporters lacked in whole øre, rounded up: with that much more they could have paid. */
function missingAfter({ books }: SharesRun, money: SupportersMoney, place: number, rounds: number): bigint {
  const { ledger, costs, purses } = books;
  const whole = ledger.denominator * purses.grainsPerOre;
  const short = (costs[place] ?? 0n) * ledger.denominator - money.after(place, rounds);
  return (short + whole - 1n) / whole;
}

function rivalsOf(
  { books, bought }: SharesRun,
  money: SupportersMoney,
  place: number,
  rounds: number,
): Rival[] {
  const { paid, error } = money.paidInRounds(place, rounds);
  return largestRivals(
    bought.slice(0, rounds).map((rival, round) => ({
      place: rival,
      amount: nearestOre(paid[round] ?? 0, error, books.purses.grainsPerOre, () =>
        money.paidIn(place, round),
      ),
    })),
  );
}

function effectiveSupport(
  { books }: SharesRun,
  money: SupportersMoney,
  place: number,
  rounds: number,
): Fraction {
  const cost = (books.costs[place] ?? 0n) * books.ledger.denominator;
  if (cost === 0n) return { numerator: 1n, denominator: 1n };
  const could = money.after(place, rounds);
  return { numerator: could < cost ? could : cost, denominator: cost };
}
