import { brokenConstraints, type Constraint } from './constraint.ts';
import { equalShares, type SharesOutcome } from './equal-shares/method.ts';
import type { SharesCase } from './equal-shares/run.ts';
import { type GreedyOutcome, greedy } from './greedy.ts';
import type { Means } from './means.ts';
import { type OptimumOutcome, optimum } from './optimum/optimum.ts';
import type { Prepared } from './prepared.ts';
import type { Grant } from './problem.ts';
import { factorsOf, utilityValuation } from './valuation.ts';

/** What a method found, in its own words. */
export type Finding =
  | ({ readonly method: 'greedy' } & GreedyOutcome)
  | ({ readonly method: 'equal-shares' } & SharesOutcome)
  | ({ readonly method: 'optimum' } & Extract<OptimumOutcome, { kind: 'found' }>);

/** What is chosen, in the order chosen; with the optimum by id. */
export interface Selection {
  readonly grants: readonly Grant[];
  readonly finding: Finding;
  /** What the chosen set breaks: choosing one by one cannot see to it that a group has enough. */
  readonly broken: readonly Constraint[];
}

export type SelectionOutcome =
  | { readonly kind: 'selected'; readonly selection: Selection }
  /** No set keeps all constraints. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'out-of-time' };

/** Chooses by the method that the settings name. */
export function select(prepared: Prepared, means: Means): SelectionOutcome {
  const { problem, constraints, givenFirst } = prepared;
  if (prepared.settings.method === 'optimum') return selectOptimum(prepared, means);
  const given = brokenConstraints(problem, constraints, fundedInFull(prepared, givenFirst));
  // What has to be chosen in any case breaks it, and nothing that is added mends it.
  if (given.some(({ kind }) => kind !== 'at-least')) return { kind: 'impossible' };
  const walked =
    prepared.settings.method === 'greedy' ? walkGreedily(prepared) : walkByShares(prepared, means);
  if (walked === undefined) return { kind: 'out-of-time' };
  const grants = fundedInFull(prepared, walked.order);
  const broken = brokenConstraints(problem, constraints, grants);
  return { kind: 'selected', selection: { grants, finding: walked.finding, broken } };
}

/** What a method that chooses one by one found, and in which order. */
interface Walked {
  readonly finding: Finding;
  readonly order: readonly number[];
}

function selectOptimum(
  { problem, valuation, tieBreak, constraints }: Prepared,
  means: Means,
): SelectionOutcome {
  const outcome = optimum(problem, valuation, tieBreak, constraints, means);
  if (outcome.kind === 'impossible') return outcome;
  if (outcome.kind === 'nothing-in-time') return { kind: 'out-of-time' };
  const { grants } = outcome.best;
  return {
    kind: 'selected',
    selection: { grants, finding: { method: 'optimum', ...outcome }, broken: [] },
  };
}

function walkGreedily({ problem, valuation, tieBreak, givenFirst }: Prepared): Walked {
  const outcome = greedy(problem, valuation, tieBreak, givenFirst);
  return { finding: { method: 'greedy', ...outcome }, order: outcome.walk.order };
}

function walkByShares(prepared: Prepared, { secondsLeft }: Means): Walked | undefined {
  const { problem, settings, support } = prepared;
  // Completion goes by votes whatever utility the shares used; only with `score` by points per krone.
  const completedBy = settings.utility === 'score' ? 'score' : 'cost';
  const outcome = equalShares(
    sharesCase(prepared),
    { ...settings, completionValues: utilityValuation(support, problem, completedBy) },
    () => secondsLeft() <= 0,
  );
  return outcome && { finding: { method: 'equal-shares', ...outcome }, order: outcome.run.walk.order };
}

export function sharesCase(prepared: Prepared): SharesCase {
  const { problem, settings, electorate, support, tieBreak, givenFirst } = prepared;
  const factors = factorsOf(problem.candidates, settings.utility);
  return { problem, electorate, support, factors, tieBreak, givenFirst };
}

function fundedInFull({ problem }: Prepared, places: readonly number[]): Grant[] {
  return places.flatMap((place) => {
    const candidate = problem.candidates[place];
    return candidate === undefined ? [] : [{ place, amount: candidate.cost }];
  });
}
