import type { Electorate } from '../electorate.ts';
import { columnRange, type SupportMatrix } from '../support-matrix.ts';
import { Balances } from './balances.ts';
import { Ledger } from './ledger.ts';
import type { Purses } from './purses.ts';

/** The books of one run: what is fixed, the exact ledger, and the balances as doubles. */
export interface Books {
  readonly electorate: Electorate;
  readonly support: SupportMatrix;
  readonly purses: Purses;
  readonly ledger: Ledger;
  readonly balances: Balances;
  /** Cost of each candidate in grains, exactly and as the nearest double. */
  readonly costs: readonly bigint[];
  readonly costDoubles: Float64Array;
  /** What the supporters of each candidate started with, as doubles. */
  readonly startSums: Float64Array;
}

export function openBooks(
  electorate: Electorate,
  support: SupportMatrix,
  purses: Purses,
  costs: readonly bigint[],
): Books {
  const balances = new Balances(purses);
  const inGrains = costs.map((cost) => cost * purses.grainsPerOre);
  return {
    electorate,
    support,
    purses,
    ledger: new Ledger(support, purses),
    balances,
    costs: inGrains,
    costDoubles: Float64Array.from(inGrains, Number),
    startSums: Float64Array.from(costs, (_, candidate) => sumOverColumn(support, balances.start, candidate)),
  };
}

function sumOverColumn(support: SupportMatrix, amounts: Float64Array, candidate: number): number {
  const [first, end] = columnRange(support, candidate);
  let sum = 0;
  for (let place = first; place < end; place++) {
    sum += amounts[support.columnGroup[place] ?? 0] ?? 0;
  }
  return sum;
}

/** A candidate's supporters who still have money. */
export function* solventSupporters({ support, balances }: Books, candidate: number): Generator<number> {
  const [first, end] = columnRange(support, candidate);
  for (let place = first; place < end; place++) {
    const group = support.columnGroup[place] ?? 0;
    if (!balances.isExhausted(group)) yield group;
  }
}
