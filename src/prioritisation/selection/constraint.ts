import { type LimitRow, limitRows } from './limit-rows.ts';
import type { Grant, Group, SelectionProblem } from './problem.ts';
import { exclusions } from './walk.ts';

/** One thing that a chosen set must keep to. */
export type Constraint =
  | { readonly kind: 'budget' }
  | { readonly kind: 'limit'; readonly row: LimitRow }
  | { readonly kind: 'must'; readonly place: number }
  | { readonly kind: 'must-not'; readonly place: number }
  | { readonly kind: 'depends-on'; readonly place: number; readonly needed: number }
  /** Of two that exclude each other, the one with the lower place stands first, whoever says so. */
  | { readonly kind: 'excludes'; readonly place: number; readonly other: number }
  | { readonly kind: 'at-least'; readonly group: Group }
  | { readonly kind: 'at-most'; readonly group: Group };

/** Every constraint of a problem, each once, in an order that the request's order does not change. */
export function constraintsOf(problem: SelectionProblem): Constraint[] {
  const { candidates, must, mustNot, groups } = problem;
  const excluded = exclusions(candidates);
  return [
    { kind: 'budget' },
    ...limitRows(problem).map((row): Constraint => ({ kind: 'limit', row })),
    ...must.map((place): Constraint => ({ kind: 'must', place })),
    ...mustNot.map((place): Constraint => ({ kind: 'must-not', place })),
    ...candidates.flatMap(({ dependsOn }, place) =>
      dependsOn.map((needed): Constraint => ({ kind: 'depends-on', place, needed })),
    ),
    ...candidates.flatMap((_, place) =>
      [...(excluded[place] ?? [])]
        .filter((other) => place < other)
        .sort((first, second) => first - second)
        .map((other): Constraint => ({ kind: 'excludes', place, other })),
    ),
    ...groups.filter(({ atLeast }) => atLeast > 0).map((group): Constraint => ({ kind: 'at-least', group })),
    ...groups
      .filter(({ atMost, members }) => atMost !== undefined && atMost < members.length)
      .map((group): Constraint => ({ kind: 'at-most', group })),
  ];
}

/** The constraints that a set breaks, in exact arithmetic. */
export function brokenConstraints(
  problem: SelectionProblem,
  constraints: readonly Constraint[],
  grants: readonly Grant[],
): Constraint[] {
  const chosen = new Set(grants.map(({ place }) => place));
  const countOf = ({ members }: Group) => members.filter((member) => chosen.has(member)).length;
  const isMet = (constraint: Constraint): boolean => {
    switch (constraint.kind) {
      case 'budget':
        return grants.reduce((sum, { amount }) => sum + amount, 0n) <= problem.budget;
      case 'limit':
        return isWithinLimit(problem, constraint.row, grants);
      case 'must':
        return chosen.has(constraint.place);
      case 'must-not':
        return !chosen.has(constraint.place);
      case 'depends-on':
        return !chosen.has(constraint.place) || chosen.has(constraint.needed);
      case 'excludes':
        return !chosen.has(constraint.place) || !chosen.has(constraint.other);
      case 'at-least':
        return countOf(constraint.group) >= constraint.group.atLeast;
      case 'at-most':
        return countOf(constraint.group) <= (constraint.group.atMost ?? Number.POSITIVE_INFINITY);
    }
  };
  return constraints.filter((constraint) => !isMet(constraint));
}

/** Part funding uses a resource in proportion: Σ use · amount / cost ≤ limit, over the product of the costs' parts. */
function isWithinLimit(
  { candidates }: SelectionProblem,
  { use, limit }: LimitRow,
  grants: readonly Grant[],
): boolean {
  let [numerator, denominator] = [0n, 1n];
  for (const { place, amount } of grants) {
    const cost = candidates[place]?.cost ?? 0n;
    const used = use[place] ?? 0n;
    if (amount === cost) numerator += used * denominator;
    else {
      numerator = numerator * cost + used * amount * denominator;
      denominator *= cost;
    }
  }
  return numerator <= limit * denominator;
}
