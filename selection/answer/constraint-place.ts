import type { SelectionRequest } from '../../data/schema/selection.ts';
import type { Constraint } from '../../src/prioritisation/selection/constraint.ts';
import type { Candidate } from '../../src/prioritisation/selection/problem.ts';
import type { Refusal } from '../../src/refusal.ts';

/** Where a constraint stands in the request that states it. */
export function pathOf(
  constraint: Constraint,
  { initiatives, constraints = {} }: SelectionRequest,
  candidates: readonly Candidate[],
): Refusal['path'] {
  const idAt = (place: number) => candidates[place]?.initiative ?? '';
  const inInitiative = (place: number, list: 'dependsOn' | 'excludes', other: number): Refusal['path'] => {
    const index = initiatives.findIndex(({ id }) => id === idAt(place));
    const at = initiatives[index]?.[list]?.indexOf(idAt(other)) ?? -1;
    return at === -1 ? [] : ['initiatives', index, list, at];
  };
  switch (constraint.kind) {
    case 'budget':
      return ['budget'];
    case 'limit':
      return ['constraints', 'limits', constraint.row.resource];
    case 'must':
      return ['constraints', 'must', constraints.must?.indexOf(idAt(constraint.place)) ?? 0];
    case 'must-not':
      return ['constraints', 'mustNot', constraints.mustNot?.indexOf(idAt(constraint.place)) ?? 0];
    case 'depends-on':
      return inInitiative(constraint.place, 'dependsOn', constraint.needed);
    case 'excludes': {
      const { place, other } = constraint;
      const stated = inInitiative(place, 'excludes', other);
      return stated.length > 0 ? stated : inInitiative(other, 'excludes', place);
    }
    case 'at-least':
    case 'at-most': {
      const bound = constraint.kind === 'at-least' ? 'atLeast' : 'atMost';
      return ['constraints', 'groups', constraint.group.givenAs, bound];
    }
  }
}
