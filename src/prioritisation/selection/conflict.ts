import { type Ore, sumOre } from '../../money/ore.ts';
import type { Constraint } from './constraint.ts';
import type { Means } from './means.ts';
import { Search } from './optimum/search.ts';
import type { SelectionProblem } from './problem.ts';

/**
 * Why a problem is impossible: a set of its constraints that cannot all hold, of which none can be spared: without any one of
 * them some set of initiatives keeps all the others. Undefined when time runs out. Selection, "Why impossible".
 *
 * Found by halving (QuickXplain): a constraint costs a question only where the search has to look at it on its own.
 */
export function smallestConflict(
  problem: SelectionProblem,
  constraints: readonly Constraint[],
  means: Means,
): readonly Constraint[] | undefined {
  return conflictIn(problem, means, { background: [], hasGrown: false, suspects: constraints });
}

interface Question {
  readonly background: readonly Constraint[];
  /** Whether the background has grown since it was last known to be possible. */
  readonly hasGrown: boolean;
  readonly suspects: readonly Constraint[];
}

/** The part of the suspects that a smallest conflict with the background needs. */
function conflictIn(
  problem: SelectionProblem,
  means: Means,
  { background, hasGrown, suspects }: Question,
): readonly Constraint[] | undefined {
  const isEnough = hasGrown ? isPossible(problem, background, means) : true;
  if (isEnough === undefined) return undefined;
  if (!isEnough) return [];
  if (suspects.length <= 1) return suspects;
  const half = Math.ceil(suspects.length / 2);
  const [first, second] = [suspects.slice(0, half), suspects.slice(half)];
  const fromSecond = conflictIn(problem, means, {
    background: [...background, ...first],
    hasGrown: true,
    suspects: second,
  });
  if (fromSecond === undefined) return undefined;
  const fromFirst = conflictIn(problem, means, {
    background: [...background, ...fromSecond],
    hasGrown: fromSecond.length > 0,
    suspects: first,
  });
  return fromFirst && [...fromFirst, ...fromSecond];
}

/** Whether some set keeps all of these constraints; undefined when time runs out. */
function isPossible(
  problem: SelectionProblem,
  constraints: readonly Constraint[],
  means: Means,
): boolean | undefined {
  const isBudgetBinding = constraints.some(({ kind }) => kind === 'budget');
  const free = isBudgetBinding ? problem : { ...problem, budget: costOfEverything(problem) };
  const nothing = problem.candidates.map(() => 0n);
  const search = new Search(free, constraints, nothing, means);
  const { solved } = search.solve('maximise', nothing.map(Number), []);
  if (search.best !== undefined) return true;
  return solved.status === 'infeasible' ? false : undefined;
}

export function costOfEverything({ candidates }: SelectionProblem): Ore {
  return sumOre(candidates.map(({ cost }) => cost));
}
