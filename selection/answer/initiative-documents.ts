import type { SelectionAnswer } from '../../data/schema/selection-answer.ts';
import { kronerFromOre, type Ore, ZERO_ORE } from '../../src/money/ore.ts';
import type { Payments } from '../../src/prioritisation/selection/explanation/payments.ts';
import type { Fate } from '../../src/prioritisation/selection/explanation/reason.ts';
import { sharesFates } from '../../src/prioritisation/selection/explanation/shares-fates.ts';
import { fatesBeside } from '../../src/prioritisation/selection/explanation/walk-fates.ts';
import type { Fraction } from '../../src/prioritisation/selection/fraction.ts';
import type { Prepared } from '../../src/prioritisation/selection/prepared.ts';
import type { Finding, Selection } from '../../src/prioritisation/selection/select.ts';
import { factorsOf } from '../../src/prioritisation/selection/valuation.ts';
import { decimalNotAbove, decimalOfRatio, decimalText, fractionText } from './decimals.ts';
import { reasonDocument } from './reason-document.ts';

type InitiativeDocument = SelectionAnswer['initiatives'][number];

/** What became of every initiative, sorted by id. */
export function initiativeDocuments(
  prepared: Prepared,
  { grants, finding }: Selection,
  payments: Payments | undefined,
): InitiativeDocument[] {
  const { candidates } = prepared.problem;
  const amountOf = new Map(grants.map(({ place, amount }) => [place, amount]));
  const orderOf = new Map(grants.map(({ place }, index) => [place, index + 1]));
  const fates = new Map(fatesOf(prepared, grants, finding).map((fate) => [fate.place, fate]));
  return candidates.map((candidate, place): InitiativeDocument => {
    const { reason, effectiveSupport } = fates.get(place) ?? { place };
    const chosenAs = orderOf.get(place);
    return {
      id: candidate.initiative,
      chosen: chosenAs !== undefined,
      cost: kronerFromOre(candidate.cost),
      amount: kronerFromOre(amountOf.get(place) ?? ZERO_ORE),
      votes: decimalText(votesOfPlace(prepared, place)),
      value: decimalText(valueOfPlace(prepared, place)),
      ...(chosenAs !== undefined && { place: chosenAs, ...chosenBy(prepared, finding, place) }),
      ...(payments?.paidFor.has(place) && {
        payments: paymentDocuments(prepared, payments.paidFor.get(place)),
      }),
      ...(reason && { reason: reasonDocument(reason, candidates) }),
      ...(effectiveSupport && { effectiveSupport: decimalNotAbove(effectiveSupport) }),
    };
  });
}

function fatesOf(prepared: Prepared, grants: Selection['grants'], finding: Finding): Fate[] {
  if (finding.method === 'equal-shares') return sharesFates(prepared, finding.run);
  return fatesBeside(prepared, grants, finding.method === 'greedy' || finding.isProven);
}

function votesOfPlace({ votes, electorate }: Prepared, place: number): Fraction {
  return { numerator: votes[place] ?? 0n, denominator: electorate.weightPerOne };
}

function valueOfPlace({ valuation }: Prepared, place: number): Fraction {
  return { numerator: valuation.values[place] ?? 0n, denominator: valuation.perOne };
}

/** When, and at which price or ratio. */
function chosenBy(prepared: Prepared, finding: Finding, place: number): Partial<InitiativeDocument> {
  if (finding.method === 'optimum') return { stage: 'optimum' };
  if (prepared.givenFirst.includes(place)) return { stage: 'must' };
  if (finding.method === 'greedy') return { stage: 'greedy', ...ratioOf(prepared, place) };
  if (finding.run.free.includes(place)) return { stage: 'free' };
  const round = finding.run.books.ledger.roundOf(place);
  if (round === -1) return { stage: 'completion' };
  return { stage: 'shares', round: round + 1, rho: exactDocument(rhoOf(prepared, finding, round, place)) };
}

function ratioOf(prepared: Prepared, place: number): Partial<InitiativeDocument> {
  const cost = prepared.problem.candidates[place]?.cost ?? 0n;
  if (cost === 0n) return {};
  const { numerator, denominator } = valueOfPlace(prepared, place);
  return { ratio: exactDocument({ numerator: numerator * 100n, denominator: denominator * cost }) };
}

/** Kroner for one unit of utility and weight: from the price of one unit of strength in grains. */
function rhoOf(
  { problem, settings, support }: Prepared,
  { run }: Extract<Finding, { method: 'equal-shares' }>,
  round: number,
  place: number,
): Fraction {
  const { ledger, purses } = run.books;
  const factor = factorsOf(problem.candidates, settings.utility)[place] ?? 1n;
  // With `cost` the factor is the cost in øre: øre for an øre is krone for a krone.
  const perKrone = settings.utility === 'cost' ? 1n : 100n;
  return {
    numerator: ledger.priceOf(round) * support.perOne,
    denominator: ledger.denominator * purses.grainsPerOre * factor * perKrone,
  };
}

function exactDocument(fraction: Fraction): { exact: string; decimal: string } {
  return { exact: fractionText(fraction), decimal: decimalOfRatio(fraction) };
}

function paymentDocuments({ problem }: Prepared, amounts: readonly Ore[] = []) {
  return amounts.flatMap((amount, voter) =>
    amount === 0n ? [] : [{ voter: problem.voters[voter]?.voter ?? '', amount: kronerFromOre(amount) }],
  );
}
