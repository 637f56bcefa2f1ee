import { brokenConstraints, type Constraint } from '../constraint.ts';
import type { LimitRow } from '../limit-rows.ts';
import type { Means } from '../means.ts';
import type { SelectionProblem } from '../problem.ts';
import { fund } from './amounts.ts';
import { type Incumbent, incumbentOf, isBetterThan } from './incumbent.ts';
import { Model, sumRow } from './model.ts';
import type { Row, Solved, Solver } from './program.ts';

/** A set that a solver proposed, after the exact check. */
export interface Checked {
  readonly solved: Solved;
  readonly chosen: readonly number[];
  readonly incumbent: Incumbent;
  /** False when the amounts of part funding are good but not proved to be the best for this set. */
  readonly hasBestAmounts: boolean;
}

/**
 * Asks a solver, checks every answer exactly, and asks again without what did not hold: a set that exceeds a budget in exact arithmetic
 * is cut off, and everything that contains it. Keeps the best set seen.
 */
export class Search {
  readonly model: Model;
  best: Incumbent | undefined;
  readonly constraints: readonly Constraint[];
  readonly values: readonly bigint[];
  readonly #problem: SelectionProblem;
  readonly #rows: readonly LimitRow[];
  readonly #solver: Solver;
  readonly #secondsLeft: () => number;
  readonly #cuts: Row[] = [];

  constructor(
    problem: SelectionProblem,
    constraints: readonly Constraint[],
    values: readonly bigint[],
    { solver, secondsLeft }: Means,
  ) {
    this.model = new Model(problem, constraints);
    this.#problem = problem;
    this.constraints = constraints;
    this.values = values;
    this.#rows = constraints.flatMap((constraint) => (constraint.kind === 'limit' ? [constraint.row] : []));
    this.#solver = solver;
    this.#secondsLeft = secondsLeft;
  }

  get hasTime(): boolean {
    return this.#secondsLeft() > 0;
  }

  /** Considers a set from elsewhere, if it keeps all constraints. */
  consider(chosen: readonly number[]): void {
    this.#check(chosen);
  }

  /**
   * The solver's best set that holds exactly; the solver's last word alone when it has none, because nothing
   * fits or because time ran out.
   */
  solve(
    goal: 'maximise' | 'minimise',
    profits: readonly number[],
    rows: readonly Row[],
  ): Checked | { readonly solved: Solved } {
    for (;;) {
      const start = this.best && this.model.valuesOf(this.best.grants.map(({ place }) => place));
      const program = this.model.program(goal, profits, [...rows, ...this.#cuts]);
      const solved = this.#solver(program, {
        seconds: Math.max(0, this.#secondsLeft()),
        ...(start && { start }),
      });
      if (solved.values === undefined) return { solved };
      const chosen = this.model.chosenIn(solved.values);
      const checked = this.#check(chosen);
      if (checked !== undefined) return { solved, chosen, ...checked };
      if (!this.hasTime) return { solved: { ...solved, status: 'stopped' } };
    }
  }

  /** Never proposes this very set again, nor any part of it. */
  askForMoreThan(chosen: readonly number[]): void {
    const others = this.#problem.candidates.flatMap((_, place) => (chosen.includes(place) ? [] : [place]));
    this.#cuts.push(
      sumRow(
        others.map((place) => [place, 1]),
        { lower: 1 },
      ),
    );
  }

  /** Never proposes this very set again. */
  askForOtherThan(chosen: readonly number[]): void {
    const terms = this.#problem.candidates.map(
      (_, place) => [place, chosen.includes(place) ? -1 : 1] as const,
    );
    this.#cuts.push(sumRow(terms, { lower: 1 - chosen.length }));
  }

  #check(chosen: readonly number[]): Pick<Checked, 'incumbent' | 'hasBestAmounts'> | undefined {
    const funding = fund(this.#problem, this.values, this.#rows, chosen);
    if (!funding.isPossible) {
      const { exceeded } = funding;
      const users = chosen.filter((place) =>
        exceeded === 'budget' ? this.#problem.candidates[place]?.cost !== 0n : exceeded.use[place] !== 0n,
      );
      this.#cuts.push(
        sumRow(
          users.map((place) => [place, 1]),
          { upper: users.length - 1 },
        ),
      );
      return undefined;
    }
    const { grants, isProven } = funding;
    if (brokenConstraints(this.#problem, this.constraints, grants).length > 0) {
      this.askForOtherThan(chosen);
      return undefined;
    }
    const incumbent = incumbentOf(this.#problem, this.values, grants);
    if (isBetterThan(incumbent, this.best)) this.best = incumbent;
    return { incumbent, hasBestAmounts: isProven };
  }
}
