import type { Constraint } from '../constraint.ts';
import type { Fraction } from '../fraction.ts';
import type { SelectionProblem } from '../problem.ts';

/** The budget or a limit: what each candidate uses of it, and the order in which that is worth most. */
export interface Capacity {
  readonly use: readonly bigint[];
  readonly limit: bigint;
  /** Candidates by value for what they use, best first; what uses nothing before all. */
  readonly order: readonly number[];
}

/** The budget and every limit among some constraints. */
export function capacitiesOf(
  { candidates, budget }: SelectionProblem,
  constraints: readonly Constraint[],
  values: readonly bigint[],
): Capacity[] {
  const capacity = (use: readonly bigint[], limit: bigint): Capacity => ({
    use,
    limit,
    order: use.map((_, place) => place).sort((first, second) => byDensity(values, use, first, second)),
  });
  const costs = candidates.map(({ cost }) => cost);
  return constraints.flatMap((constraint): Capacity[] => {
    if (constraint.kind === 'budget') return [capacity(costs, budget)];
    return constraint.kind === 'limit' ? [capacity(constraint.row.use, constraint.row.limit)] : [];
  });
}

function byDensity(values: readonly bigint[], use: readonly bigint[], first: number, second: number): number {
  const difference =
    (values[second] ?? 0n) * (use[first] ?? 0n) - (values[first] ?? 0n) * (use[second] ?? 0n);
  return difference === 0n ? first - second : difference < 0n ? -1 : 1;
}

/** The most that the open candidates can be worth within what is left of a capacity, if each could be had in any fraction (Dantzig). */
export function mostWithin(
  { use, order }: Capacity,
  left: bigint,
  values: readonly bigint[],
  isOpen: (place: number) => boolean,
): Fraction {
  let [most, room] = [0n, left];
  for (const place of order) {
    if (!isOpen(place)) continue;
    const [used, value] = [use[place] ?? 0n, values[place] ?? 0n];
    if (used > room) return { numerator: most * used + value * room, denominator: used };
    most += value;
    room -= used;
  }
  return { numerator: most, denominator: 1n };
}
