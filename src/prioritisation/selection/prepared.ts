import { type Constraint, constraintsOf } from './constraint.ts';
import { type Electorate, mergeVoters } from './electorate.ts';
import { mustWithDependencies } from './must.ts';
import type { SelectionProblem } from './problem.ts';
import type { SelectionSettings } from './settings.ts';
import { type SupportMatrix, supportMatrix } from './support-matrix.ts';
import { TieBreak } from './tie-break.ts';
import { benefitValuation, utilityValuation, type Valuation, votesOf } from './valuation.ts';

/** A problem with everything that all methods need of it. */
export interface Prepared {
  readonly problem: SelectionProblem;
  readonly settings: SelectionSettings;
  readonly electorate: Electorate;
  readonly support: SupportMatrix;
  /** Votes of each candidate, in the electorate's units of weight. */
  readonly votes: readonly bigint[];
  readonly tieBreak: TieBreak;
  /** What the method goes by. */
  readonly valuation: Valuation;
  readonly constraints: readonly Constraint[];
  /** What must be chosen, with what it depends on. */
  readonly givenFirst: readonly number[];
}

export function prepare(problem: SelectionProblem, settings: SelectionSettings): Prepared {
  return prepareFor(problem, settings, mergeVoters(problem.voters, settings.utility));
}

/** For voters who are merged already, and whose support has been laid out where it is known. */
export function prepareFor(
  problem: SelectionProblem,
  settings: SelectionSettings,
  electorate: Electorate,
  support = supportMatrix(electorate, problem.candidates.length, settings.utility),
): Prepared {
  const votes = votesOf(electorate, support);
  return {
    problem,
    settings,
    electorate,
    support,
    votes,
    tieBreak: new TieBreak(problem.candidates, votes, settings.tieBreak),
    valuation: goesByBenefit(problem, settings)
      ? benefitValuation(problem)
      : utilityValuation(support, problem, settings.utility),
    constraints: constraintsOf(problem),
    givenFirst: mustWithDependencies(problem),
  };
}

/**
 * Benefit stands in for utility where there are no voters. The optimum goes by it wherever it is stated: it is what
 * the optimum maximises first of all.
 */
function goesByBenefit({ voters, candidates }: SelectionProblem, { method }: SelectionSettings): boolean {
  if (voters.length === 0) return true;
  return method === 'optimum' && candidates.some(({ benefit }) => benefit !== undefined);
}
