import type { SelectionProblem } from './problem.ts';

/**
 * What must be chosen, with all that it depends on: each after what it depends on, otherwise by id. Dependencies
 * do not run in circles.
 */
export function mustWithDependencies({ candidates, must }: SelectionProblem): number[] {
  const needed = new Set<number>();
  const visit = (place: number): void => {
    if (needed.has(place)) return;
    for (const other of (candidates[place]?.dependsOn ?? []).toSorted(ascending)) visit(other);
    needed.add(place);
  };
  for (const place of must.toSorted(ascending)) visit(place);
  return [...needed];
}

function ascending(first: number, second: number): number {
  return first - second;
}
