import type { BasePrice, Solution } from '../agreement/agreement.ts';
import { type Exact, exactFromOre, sum } from '../money/exact.ts';
import type { CellPrice, SolutionPrice, YearPrice } from '../pricing/year-price.ts';
import { type Bilingual, invariant } from '../refusal.ts';

/** The cells that a price is made from: all of the agreement, those of a solution, or a single one. */
export interface PriceScope {
  readonly price: YearPrice;
  readonly solution?: SolutionPrice;
  readonly cell?: CellPrice;
  /** In the middle of a sentence: `aftalen`, `Aula`, `Drift i Aula`. */
  readonly name: Bilingual;
  readonly cells: readonly ScopeCell[];
}

/** A cell with its place in the agreement. */
export interface ScopeCell {
  readonly solution: Solution;
  readonly base: BasePrice;
  readonly price: CellPrice;
  readonly membershipFactor: Exact;
}

export function scopeOf(price: YearPrice, solution?: SolutionPrice, cell?: CellPrice): PriceScope {
  const solutions = solution === undefined ? price.solutions : [solution];
  const all = solutions.flatMap((priced) => cellsOf(price, priced));
  if (solution === undefined) return { price, cells: all, name: { da: 'aftalen', en: 'the agreement' } };
  const { title } = agreedSolution(price, solution.solution);
  if (cell === undefined) return { price, solution, cells: all, name: title };
  const cells = all.filter((candidate) => candidate.price === cell);
  return { price, solution, cell, cells, name: cellName(price, title, cell.component) };
}

/** The sum over the cells of the scope of one of their exact figures. */
export function totalOf(scope: PriceScope, figure: 'indexed' | 'efficiency' | 'exact'): Exact {
  return sum(scope.cells.map(({ price }) => price[figure]));
}

export function basePriceOf(scope: PriceScope): Exact {
  return sum(scope.cells.map(({ price }) => exactFromOre(price.basePrice)));
}

/** A solution as the agreement has it. */
export function agreedSolution({ agreement }: YearPrice, id: string): Solution {
  const solution = agreement.solutions.find((candidate) => candidate.solution === id);
  invariant(solution !== undefined, `the agreement has the solution ${id} that was priced from it`);
  return solution;
}

function cellsOf(price: YearPrice, priced: SolutionPrice): ScopeCell[] {
  const solution = agreedSolution(price, priced.solution);
  return priced.cells.map((cell) => {
    const base = solution.basePrices.find(({ component }) => component === cell.component);
    invariant(base !== undefined, `${priced.solution} has a base price for ${cell.component}`);
    return { solution, base, price: cell, membershipFactor: priced.membershipFactor };
  });
}

function cellName({ agreement }: YearPrice, title: Bilingual, id: string): Bilingual {
  const component = agreement.components.find((candidate) => candidate.component === id);
  const name = component?.title ?? { da: id, en: id };
  return { da: `${name.da} i ${title.da}`, en: `${name.en} of ${title.en}` };
}
