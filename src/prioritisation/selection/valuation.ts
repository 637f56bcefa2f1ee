import type { Electorate } from './electorate.ts';
import type { Candidate, SelectionProblem, Utility } from './problem.ts';
import { StrengthSums } from './strength-sums.ts';
import { columnRange, type SupportMatrix } from './support-matrix.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** What each candidate is worth and how many votes it has, in whole numbers, by place. */
export interface Valuation {
  /** Value(p) = Σ weight · utility, or the stated benefit; `perOne` units make 1. */
  readonly values: readonly bigint[];
  readonly perOne: bigint;
  readonly of: 'utility' | 'benefit';
}

/** The utility of one unit of strength, by candidate: its cost in øre with `cost`, otherwise 1. */
export function factorsOf(candidates: readonly Candidate[], utility: Utility): bigint[] {
  return candidates.map(({ cost }) => (utility === 'cost' ? cost : 1n));
}

/** Value(p) = Σ m(i) · u(i,p), in kroner with `cost`. */
export function utilityValuation(
  support: SupportMatrix,
  { candidates }: SelectionProblem,
  utility: Utility,
): Valuation {
  const factors = factorsOf(candidates, utility);
  const values = factors.map((factor, candidate) => factor * strengthOfAll(support, candidate));
  return { values, perOne: support.perOne * (utility === 'cost' ? ORE_PER_KRONE : 1n), of: 'utility' };
}

const ORE_PER_KRONE = 100n;

/** Σ m(i) over the supporters, in the electorate's units of weight. */
export function votesOf({ weights }: Electorate, support: SupportMatrix): bigint[] {
  return Array.from({ length: support.candidateCount }, (_, candidate) => {
    let votes = 0n;
    const [first, end] = columnRange(support, candidate);
    for (let place = first; place < end; place++) {
      votes += weights[support.columnGroup[place] ?? 0] ?? 0n;
    }
    return votes;
  });
}

/** The stated benefits; what states none counts as nothing. */
export function benefitValuation({ candidates }: SelectionProblem): Valuation {
  const stated = candidates.flatMap(({ benefit }) => (benefit === undefined ? [] : [benefit]));
  const { numbers, perOne } = wholeNumbers(stated);
  let next = 0;
  const values = candidates.map(({ benefit }) => (benefit === undefined ? 0n : (numbers[next++] ?? 0n)));
  return { values, perOne, of: 'benefit' };
}

function strengthOfAll(support: SupportMatrix, candidate: number): bigint {
  const sums = new StrengthSums(support, 1);
  const [first, end] = columnRange(support, candidate);
  for (let place = first; place < end; place++) {
    sums.addInColumn(0, place);
  }
  return sums.sumOf(0);
}
