import { apportion } from './apportion.ts';
import { type ExactSolution, exactYear } from './exact-year.ts';
import { multiply, negate, type Rational, rational, roundHalfAway, sum } from './rational.ts';
import type { Solution, Terms } from './terms.ts';

/** The parts of a price in øre, signs as in the formula: base price + indexation − efficiency + membership = price. */
export interface PriceParts {
  readonly basePrice: bigint;
  readonly indexation: bigint;
  readonly efficiency: bigint;
  readonly membership: bigint;
  readonly price: bigint;
  readonly baseBudget: bigint;
  readonly pool: bigint;
}

export interface ExpectedSolution extends PriceParts {
  readonly solution: Solution;
  readonly components: readonly { readonly component: string; readonly amount: bigint }[];
}

export interface ExpectedYear extends PriceParts {
  readonly year: number;
  /** In catalogue order. */
  readonly solutions: readonly ExpectedSolution[];
}

/** Every whole amount of a year's price as the model has it, down to the components. Throws RefusedYear. */
export function expectedYear(terms: Terms, year: number): ExpectedYear {
  const exact = exactYear(terms, year);
  const prices = roundedParts(exact.map(({ price }) => price));
  const efficiencies = roundedParts(exact.map(({ efficiency }) => efficiency));
  // What withdrawals take off is shared by size, and only then gets its sign.
  const reductions = roundedParts(exact.map(({ membership }) => negate(membership)));
  const solutions = exact.map((solution, place) =>
    expectedSolution(terms, solution, {
      price: prices[place] ?? 0n,
      efficiency: efficiencies[place] ?? 0n,
      membership: -(reductions[place] ?? 0n),
    }),
  );
  const total = (part: keyof PriceParts) => solutions.reduce((all, solution) => all + solution[part], 0n);
  return {
    year,
    solutions,
    basePrice: total('basePrice'),
    indexation: total('indexation'),
    efficiency: total('efficiency'),
    membership: total('membership'),
    price: total('price'),
    baseBudget: total('baseBudget'),
    pool: total('pool'),
  };
}

/** The exact sum rounded to whole øre, apportioned by the exact parts. */
function roundedParts(exact: readonly Rational[]): bigint[] {
  return apportion(roundHalfAway(sum(exact)), exact);
}

function expectedSolution(
  { reservable }: Terms,
  exact: ExactSolution,
  parts: Pick<PriceParts, 'price' | 'efficiency' | 'membership'>,
): ExpectedSolution {
  const { solution, basePrice } = exact;
  const amounts = apportion(
    parts.price,
    exact.cells.map(({ price }) => price),
  );
  const components = exact.cells.map(({ component }, place) => ({ component, amount: amounts[place] ?? 0n }));
  const business = components.reduce(
    (all, part) => (reservable.has(part.component) ? all + part.amount : all),
    0n,
  );
  const pool = roundHalfAway(multiply(rational(business), solution.reservedShare));
  return {
    solution,
    components,
    basePrice,
    ...parts,
    indexation: parts.price - basePrice + parts.efficiency - parts.membership,
    pool,
    baseBudget: parts.price - pool,
  };
}
