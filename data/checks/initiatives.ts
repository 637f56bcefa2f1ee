import type { Agreement } from '../../src/agreement/agreement.ts';
import { dependencyCircles } from '../../src/prioritisation/dependency-circles.ts';
import { dependsInCircle } from '../../src/prioritisation/proposal-refusals.ts';
import type { Refusal } from '../../src/refusal.ts';
import type { InitiativeDocument } from '../schema/proposal.ts';
import { repeated } from './duplicates.ts';
import { isUnknown, type Mention, mentions, unknownId, weightedCodes } from './references.ts';

/**
 * Everything about the initiatives of a portfolio that contradicts itself or its agreement: ids that stand twice or that
 * nobody describes, and dependencies that run in a circle. Paths start at the object that holds the list `initiatives`.
 */
export function checkInitiatives(
  initiatives: readonly InitiativeDocument[],
  agreement: Agreement,
): Refusal[] {
  const known = knownIds(initiatives, agreement);
  return [
    ...repeated('initiatives', initiatives, 'id'),
    ...initiatives
      .flatMap((initiative, place) => mentionsIn(initiative, ['initiatives', place], known))
      .filter(isUnknown)
      .map(unknownId),
    ...initiatives.flatMap(excludingThemselves),
    ...dependencyCircles(initiatives).map(({ place, index, circle }) =>
      dependsInCircle(['initiatives', place, 'dependsOn', index], circle),
    ),
  ];
}

type Known = Readonly<Record<'area' | 'solution' | 'municipality' | 'criterion' | 'initiative', Set<string>>>;

function knownIds(initiatives: readonly InitiativeDocument[], agreement: Agreement): Known {
  return {
    area: new Set(agreement.areas.map(({ area }) => area)),
    solution: new Set(agreement.solutions.map(({ solution }) => solution)),
    municipality: new Set(agreement.municipalities.map(({ municipality }) => municipality)),
    criterion: new Set(agreement.criteria.map(({ criterion }) => criterion)),
    initiative: new Set(initiatives.map(({ id }) => id)),
  };
}

function mentionsIn(initiative: InitiativeDocument, path: Refusal['path'], known: Known): Mention[] {
  const { area, target, benefit, beneficiaries, dependsOn, excludes } = initiative;
  const codes = beneficiaries === undefined ? [] : weightedCodes(beneficiaries, [...path, 'beneficiaries']);
  return [
    { kind: 'area', known: known.area, id: area, path: [...path, 'area'] },
    ...(target === 'new'
      ? []
      : [{ kind: 'solution', known: known.solution, id: target, path: [...path, 'target'] } as const]),
    ...Object.keys(benefit?.scores ?? {}).map((id) => ({
      kind: 'criterion' as const,
      known: known.criterion,
      id,
      path: [...path, 'benefit', 'scores', id],
    })),
    ...codes.map(([id, codePath]) => ({
      kind: 'municipality' as const,
      known: known.municipality,
      id,
      path: codePath,
    })),
    ...mentions('initiative', known.initiative, dependsOn, [...path, 'dependsOn']),
    ...mentions('initiative', known.initiative, excludes, [...path, 'excludes']),
  ];
}

function excludingThemselves({ id, excludes = [] }: InitiativeDocument, place: number): Refusal[] {
  return excludes.flatMap((other, index) =>
    other === id ? [excludesItself(['initiatives', place, 'excludes', index], id)] : [],
  );
}

function excludesItself(path: Refusal['path'], id: string): Refusal {
  return {
    code: 'excludes_itself',
    path,
    message: {
      da: `Initiativet "${id}" udelukker sig selv.`,
      en: `The initiative "${id}" excludes itself.`,
    },
    remedy: { da: 'Fjern det fra listen.', en: 'Remove it from the list.' },
  };
}
