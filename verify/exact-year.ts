import { keyWeights } from './key-weights.ts';
import { departedBy, membersOf } from './membership.ts';
import { holds } from './period.ts';
import { compare, divide, multiply, ONE, type Rational, subtract, sum, ZERO } from './rational.ts';
import { RefusedYear } from './refused-year.ts';
import { type SavedCell, savedCells } from './saved-cells.ts';
import type { Solution, Terms } from './terms.ts';

/** A cell's exact figures in øre: model, section 3. */
export interface ExactCell {
  readonly component: string;
  readonly indexed: Rational;
  readonly efficiency: Rational;
  /** ( indexed − efficiency ) · membership */
  readonly price: Rational;
}

export interface ExactSolution {
  readonly solution: Solution;
  readonly basePrice: bigint;
  readonly indexed: Rational;
  readonly efficiency: Rational;
  /** What withdrawals take off: zero or below. */
  readonly membership: Rational;
  readonly price: Rational;
  readonly cells: readonly ExactCell[];
}

/** The exact figures of every solution that is in the agreement in the year. Throws RefusedYear. */
export function exactYear(terms: Terms, year: number): ExactSolution[] {
  if (year < terms.baseYear) throw new RefusedYear(`${year} is before the base year ${terms.baseYear}`);
  const present = terms.solutions.filter(({ periods }) => periods.some((period) => holds(period, year)));
  const saved = savedCells(terms, present, year);
  return present.map((solution) =>
    exactSolution(
      solution,
      saved.filter((cell) => cell.solution === solution.solution),
      membershipFactor(terms, solution, year),
    ),
  );
}

function exactSolution(solution: Solution, cells: readonly SavedCell[], factor: Rational): ExactSolution {
  const priced = cells.map(({ component, indexed, efficiency }) => ({
    component,
    indexed,
    efficiency,
    price: multiply(subtract(indexed, efficiency), factor),
  }));
  const negative = priced.find(({ price }) => compare(price, ZERO) < 0);
  if (negative !== undefined) {
    throw new RefusedYear(`efficiency takes more than ${solution.solution} ${negative.component} costs`);
  }
  const indexed = sum(priced.map((cell) => cell.indexed));
  const efficiency = sum(priced.map((cell) => cell.efficiency));
  const price = sum(priced.map((cell) => cell.price));
  return {
    solution,
    basePrice: solution.cells.reduce((total, { ore }) => total + ore, 0n),
    indexed,
    efficiency,
    membership: subtract(price, subtract(indexed, efficiency)),
    price,
    cells: priced,
  };
}

/** 1 − Σ over those that have left of (1 − fixed share) · weight / weight of members and departed. */
function membershipFactor(terms: Terms, solution: Solution, year: number): Rational {
  const departed = departedBy(terms, year);
  const all = [...departed.map(({ municipality }) => municipality), ...membersOf(terms, year)];
  const weights = keyWeights(solution, all);
  const total = sum(weights);
  if (compare(total, ZERO) === 0) return ONE;
  const gone = departed.map(({ fixedShare }, place) =>
    multiply(subtract(ONE, fixedShare), weights[place] ?? ZERO),
  );
  return subtract(ONE, divide(sum(gone), total));
}
