/**
 * A mixed-integer linear program as any solver takes it, in doubles. Columns are numbered from 0; a row is a sum of columns
 * between two bounds.
 */
export interface Program {
  readonly maximise: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly profit: number;
  readonly lower: number;
  readonly upper: number;
  readonly isWhole: boolean;
}

export interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly terms: readonly Term[];
}

export interface Term {
  readonly column: number;
  readonly coefficient: number;
}

/** What a solver says. */
export interface Solved {
  /** `optimal`: proved, with no gap left; `stopped`: time ran out first; `infeasible`: proved that nothing fits. */
  readonly status: 'optimal' | 'stopped' | 'infeasible';
  /** The best found, by column; absent when none was. */
  readonly values?: Float64Array;
  /** No solution is better than this. */
  readonly bound: number;
}

/** Solves a program within so many seconds, from a known solution where there is one. The same program gives the same answer. */
export type Solver = (
  program: Program,
  limits: { readonly seconds: number; readonly start?: Float64Array },
) => Solved;
