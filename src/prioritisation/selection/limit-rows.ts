import type { SelectionProblem } from './problem.ts';
import { wholeNumbers } from './whole-numbers.ts';

/** One limit in whole numbers of its own smallest unit. */
export interface LimitRow {
  readonly resource: string;
  /** What each candidate uses when it is funded in full, by place. */
  readonly use: readonly bigint[];
  readonly limit: bigint;
  /** How many units make 1. */
  readonly perOne: bigint;
}

/** The limits by resource; a resource without a limit binds nothing and is left out. */
export function limitRows({ candidates, limits }: SelectionProblem): LimitRow[] {
  return [...limits].map(([resource, limit]) => {
    const users = candidates.flatMap(({ resources }, place) => {
      const use = resources.get(resource);
      return use === undefined ? [] : [{ place, use }];
    });
    const { numbers, perOne } = wholeNumbers([limit, ...users.map(({ use }) => use)]);
    const use = candidates.map(() => 0n);
    users.forEach(({ place }, index) => {
      use[place] = numbers[index + 1] ?? 0n;
    });
    return { resource, use, limit: numbers[0] ?? 0n, perOne };
  });
}
