import { type Ore, ore } from '../../../money/ore.ts';
import type { Fraction } from '../fraction.ts';
import type { Prepared } from '../prepared.ts';
import type { Finding } from '../select.ts';
import { wholeNumbers } from '../whole-numbers.ts';
import type { Payments } from './payments.ts';

/** What a voter could spend, and with Equal Shares what it spent, in whole øre. */
export interface VoterMoney {
  readonly endowment: Ore;
  readonly spent?: Ore;
}

/** The money of a voter by its place: as the payments have it, where they were told; otherwise each rounded on its own. */
export function voterMoney(
  prepared: Prepared,
  finding: Finding,
  payments: Payments | undefined,
): (voter: number) => VoterMoney {
  if (payments !== undefined) {
    return (voter) => ({
      endowment: payments.endowments[voter] ?? ore(0n),
      spent: payments.spent[voter] ?? ore(0n),
    });
  }
  const weights = wholeNumbers(prepared.problem.voters.map(({ weight }) => weight)).numbers;
  if (finding.method !== 'equal-shares') {
    return (voter) => ({ endowment: broughtBy(prepared, voter, weights[voter] ?? 0n) });
  }
  return (voter) => inRun(prepared, finding, voter, weights[voter] ?? 0n);
}

/** Its endowment, or its weight's share of the budget. */
function broughtBy({ problem, electorate }: Prepared, voter: number, weight: bigint): Ore {
  const given = problem.voters[voter]?.endowment;
  return given ?? rounded({ numerator: problem.budget * weight, denominator: electorate.totalWeight });
}

/** A member's part of what its group had and spent in the run that counts, and of what was paid off the top. */
function inRun(
  { electorate, problem }: Prepared,
  { run, funds }: Extract<Finding, { method: 'equal-shares' }>,
  voter: number,
  weight: bigint,
): VoterMoney {
  const { ledger, purses, balances } = run.books;
  const group = electorate.groupOf[voter] ?? 0;
  const perOre = purses.grainsPerOre * (electorate.weights[group] ?? 1n);
  const start = (purses.start[group] ?? 0n) * weight;
  const brought = problem.voters[voter]?.endowment ?? weight;
  const all = electorate.endowments === undefined ? electorate.totalWeight : problem.budget;
  const offTheTop: Fraction = { numerator: funds.offTheTop * brought, denominator: all || 1n };
  const endowment = rounded(sum({ numerator: start, denominator: perOre }, offTheTop));
  if (balances.isExhausted(group)) return { endowment, spent: endowment };
  const left = ledger.moneyOf([group]).amount * weight;
  const spent = {
    numerator: start * ledger.denominator - left,
    denominator: ledger.denominator * perOre,
  };
  return { endowment, spent: rounded(sum(spent, offTheTop)) };
}

function sum(first: Fraction, second: Fraction): Fraction {
  if (second.numerator === 0n) return first;
  return {
    numerator: first.numerator * second.denominator + second.numerator * first.denominator,
    denominator: first.denominator * second.denominator,
  };
}

function rounded({ numerator, denominator }: Fraction): Ore {
  return ore((2n * numerator + denominator) / (2n * denominator));
}
