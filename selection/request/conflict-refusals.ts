import type { SelectionRequest } from '../../data/schema/selection.ts';
import { danishKroner, englishKroner } from '../../src/money/danish-figures.ts';
import type { Constraint } from '../../src/prioritisation/selection/constraint.ts';
import type { SelectionProblem } from '../../src/prioritisation/selection/problem.ts';
import type { Bilingual, Refusal } from '../../src/refusal.ts';
import { pathOf } from '../answer/constraint-place.ts';

/** One refusal for each constraint of a smallest conflict, pointing at it. */
export function conflictRefusals(
  conflict: readonly Constraint[],
  request: SelectionRequest,
  problem: SelectionProblem,
): Refusal[] {
  return conflict.map((constraint) => {
    const { da, en } = inWords(constraint, problem);
    return {
      code: 'constraints_conflict',
      path: pathOf(constraint, request, problem.candidates),
      message: {
        da: `${da} Det kan ikke opfyldes sammen med de andre krav, der nævnes her (${conflict.length} i alt).`,
        en: `${en} It cannot hold together with the other demands named here (${conflict.length} in all).`,
      },
      remedy: {
        da: 'Drop eller lemp ét af de nævnte krav, så kan de øvrige opfyldes.',
        en: 'Drop or relax any one of the demands named, and the rest can hold.',
      },
    };
  });
}

function inWords(constraint: Constraint, { candidates, budget }: SelectionProblem): Bilingual {
  const quoted = (place: number) => `"${candidates[place]?.initiative ?? ''}"`;
  switch (constraint.kind) {
    case 'budget':
      return { da: `Budgettet er ${danishKroner(budget)}.`, en: `The budget is ${englishKroner(budget)}.` };
    case 'limit': {
      const { resource } = constraint.row;
      return { da: `Der er en grænse for "${resource}".`, en: `There is a limit on "${resource}".` };
    }
    case 'must':
      return {
        da: `${quoted(constraint.place)} skal med.`,
        en: `${quoted(constraint.place)} must be chosen.`,
      };
    case 'must-not':
      return {
        da: `${quoted(constraint.place)} må ikke komme med.`,
        en: `${quoted(constraint.place)} must not be chosen.`,
      };
    case 'depends-on': {
      const [place, needed] = [quoted(constraint.place), quoted(constraint.needed)];
      return { da: `${place} kræver ${needed}.`, en: `${place} depends on ${needed}.` };
    }
    case 'excludes': {
      const [place, other] = [quoted(constraint.place), quoted(constraint.other)];
      return {
        da: `${place} og ${other} udelukker hinanden.`,
        en: `${place} and ${other} exclude each other.`,
      };
    }
    case 'at-least': {
      const { atLeast } = constraint.group;
      return {
        da: `Mindst ${atLeast} af gruppen skal med.`,
        en: `At least ${atLeast} of the group must be chosen.`,
      };
    }
    case 'at-most': {
      const { atMost = 0 } = constraint.group;
      return {
        da: `Højst ${atMost} af gruppen må komme med.`,
        en: `At most ${atMost} of the group may be chosen.`,
      };
    }
  }
}
