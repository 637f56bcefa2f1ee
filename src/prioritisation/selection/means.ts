import type { Solver } from './optimum/program.ts';

/** What a selection needs that is not arithmetic: a solver, and how long the caller still waits. */
export interface Means {
  readonly solver: Solver;
  readonly secondsLeft: () => number;
}
