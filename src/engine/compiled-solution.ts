import type { Solution } from '../agreement/agreement.ts';
import { rateText } from '../money/rate.ts';
import { type Scaled, scaledRate } from './scaled.ts';

/** A base price with what its factors follow. */
export interface CompiledCell {
  readonly solution: string;
  readonly component: string;
  readonly base: bigint;
  /** Cells of the same name have the same wage share, or none. */
  readonly wageName: string;
  readonly wageShare: Scaled | undefined;
}

const compiled = new WeakMap<Solution, readonly CompiledCell[]>();

/** The cells of a solution in component order, compiled once. */
export function compiledCells(solution: Solution): readonly CompiledCell[] {
  const known = compiled.get(solution);
  if (known !== undefined) return known;
  const cells = solution.basePrices.map(
    ({ component, amount, wageShare }): CompiledCell => ({
      solution: solution.solution,
      component,
      base: amount,
      wageName: wageShare === undefined ? 'combined' : rateText(wageShare),
      wageShare: wageShare === undefined ? undefined : scaledRate(wageShare),
    }),
  );
  compiled.set(solution, cells);
  return cells;
}
