import type { Constraint } from '../constraint.ts';
import { quotient } from '../doubles.ts';
import type { SelectionProblem } from '../problem.ts';
import { leastAmount } from './amounts.ts';
import type { Column, Program, Row, Term } from './program.ts';
import { scaled } from './whole-row.ts';

/** Sums of whole numbers exceed a limit by a whole unit or not at all. */
const WHOLE_SLACK = 0.5;
/** Sums of shares may exceed it by anything: far less than an øre, and than the tolerance of the solver. */
const SHARE_SLACK = 1e-11;

/**
 * The model of a problem for a solver: one whole column for each candidate (chosen or not), then one for the funded share of each
 * candidate that may be funded in part. Whole numbers, of which no more than the budget and the limits are ever relaxed, by less than
 * the smallest amount; every answer is checked exactly afterwards.
 */
export class Model {
  readonly problem: SelectionProblem;
  readonly #shareColumn: ReadonlyMap<number, number>;
  readonly #base: readonly Row[];
  readonly #bounds: readonly Omit<Column, 'profit'>[];

  constructor(problem: SelectionProblem, constraints: readonly Constraint[]) {
    this.problem = problem;
    const partly = problem.candidates.flatMap((candidate, place) =>
      leastAmount(candidate) < candidate.cost ? [place] : [],
    );
    this.#shareColumn = new Map(partly.map((place, index) => [place, problem.candidates.length + index]));
    this.#bounds = [
      ...problem.candidates.map(() => ({ lower: 0, upper: 1, isWhole: true })),
      ...partly.map(() => ({ lower: 0, upper: 1, isWhole: false })),
    ];
    this.#base = [
      ...constraints.flatMap((constraint) => this.#rowsOf(constraint)),
      ...partly.flatMap((place) => this.#shareRows(place)),
    ];
  }

  get hasParts(): boolean {
    return this.#shareColumn.size > 0;
  }

  /** A program with this model's constraints and further rows. @param profits by candidate, for funding in full */
  program(goal: 'maximise' | 'minimise', profits: readonly number[], rows: readonly Row[]): Program {
    const columns = this.#bounds.map((bounds) => ({ ...bounds, profit: 0 }));
    profits.forEach((profit, place) => {
      const column = columns[this.fundedColumn(place)];
      if (column !== undefined) column.profit = profit;
    });
    return { maximise: goal === 'maximise', columns, rows: [...this.#base, ...rows] };
  }

  /** The column that says how much of a candidate is funded. */
  fundedColumn(place: number): number {
    return this.#shareColumn.get(place) ?? place;
  }

  /** The candidates that a solution chooses. */
  chosenIn(values: Float64Array): number[] {
    return this.problem.candidates.flatMap((_, place) => ((values[place] ?? 0) > 0.5 ? [place] : []));
  }

  /** A chosen set as a solution to start from. */
  valuesOf(chosen: readonly number[]): Float64Array {
    const values = new Float64Array(this.#bounds.length);
    for (const place of chosen) {
      values[place] = 1;
      values[this.fundedColumn(place)] = 1;
    }
    return values;
  }

  #rowsOf(constraint: Constraint): Row[] {
    const { candidates, budget } = this.problem;
    switch (constraint.kind) {
      case 'budget':
        return [
          this.#atMost(
            candidates.map(({ cost }) => cost),
            budget,
          ),
        ];
      case 'limit':
        return [this.#atMost(constraint.row.use, constraint.row.limit)];
      case 'depends-on':
        return [
          sumRow(
            [
              [constraint.place, 1],
              [constraint.needed, -1],
            ],
            { upper: 0 },
          ),
        ];
      case 'excludes':
        return [
          sumRow(
            [
              [constraint.place, 1],
              [constraint.other, 1],
            ],
            { upper: 1 },
          ),
        ];
      case 'at-least':
        return [
          sumRow(
            constraint.group.members.map((member) => [member, 1]),
            { lower: constraint.group.atLeast },
          ),
        ];
      case 'at-most':
        return [
          sumRow(
            constraint.group.members.map((member) => [member, 1]),
            { upper: constraint.group.atMost ?? 0 },
          ),
        ];
      case 'must':
        return [sumRow([[constraint.place, 1]], { lower: 1 })];
      case 'must-not':
        return [sumRow([[constraint.place, 1]], { upper: 0 })];
    }
  }

  /** Σ use · funded ≤ limit, with a little to spare for the solver's roundings, so that what just fits is not lost. */
  #atMost(use: readonly bigint[], limit: bigint): Row {
    const { doubles, unit } = scaled(use, 'down');
    const upper = this.hasParts
      ? quotient(limit, unit) * (1 + SHARE_SLACK) + SHARE_SLACK
      : Number(limit / unit) + WHOLE_SLACK;
    return {
      lower: Number.NEGATIVE_INFINITY,
      upper,
      terms: doubles.flatMap((coefficient, place) =>
        coefficient === 0 ? [] : [{ column: this.fundedColumn(place), coefficient }],
      ),
    };
  }

  /** least / cost · chosen ≤ share ≤ chosen. */
  #shareRows(place: number): Row[] {
    const share = this.fundedColumn(place);
    const candidate = this.problem.candidates[place];
    const least = candidate === undefined ? 1 : Number(leastAmount(candidate)) / Number(candidate.cost);
    return [
      sumRow(
        [
          [share, 1],
          [place, -1],
        ],
        { upper: 0 },
      ),
      sumRow(
        [
          [share, 1],
          [place, -least],
        ],
        { lower: 0 },
      ),
    ];
  }
}

/** A sum of columns between bounds. */
export function sumRow(
  terms: readonly (readonly [column: number, coefficient: number])[],
  { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY },
): Row {
  return { lower, upper, terms: terms.map(([column, coefficient]): Term => ({ column, coefficient })) };
}
