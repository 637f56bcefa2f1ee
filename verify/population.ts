import { add, multiply, ONE, type Rational, rational, roundHalfAway, ZERO } from './rational.ts';
import type { Municipality, Projection } from './terms.ts';

/** Citizens in a year: the last count by then, times the growth of every year since, rounded; at least one. */
export function citizens({ population, projection }: Municipality, year: number): bigint {
  if (projection === undefined) return population;
  const countedIn = [...projection.counted.keys()].filter((candidate) => candidate <= year);
  const since = countedIn.length === 0 ? undefined : Math.max(...countedIn);
  const start = since === undefined ? population : (projection.counted.get(since) ?? population);
  const factor = [...projection.grown]
    .filter(([grownIn]) => grownIn <= year && (since === undefined || grownIn > since))
    .reduce((product, [, rate]) => multiply(product, add(ONE, rate)), ONE);
  const rounded = roundHalfAway(multiply(rational(start), factor));
  return rounded < 1n ? 1n : rounded;
}

/** The municipality as a year counts it. */
export function countedIn(municipality: Municipality, year: number): Municipality {
  return { ...municipality, population: citizens(municipality, year) };
}

export const UNKNOWN_FUTURE: Projection = { counted: new Map(), grown: new Map() };

/** Above −1: some citizens are left. */
export function leavesSome(rate: Rational): boolean {
  return add(ONE, rate).numerator > ZERO.numerator;
}
