import type { SelectionRequest } from '../../data/schema/selection.ts';
import { kronerFromOre, type Ore, oreFromKroner, sumOre } from '../../src/money/ore.ts';
import { dependencyCircles } from '../../src/prioritisation/dependency-circles.ts';
import type { Refusal } from '../../src/refusal.ts';
import {
  boundsReversed,
  dependencyCircle,
  duplicateValue,
  endowmentMissing,
  endowmentsNotBudget,
  excludesItself,
  initiativeUnknown,
  nothingToGoBy,
  votersMissing,
} from './refusals.ts';

/** Errors beyond this many would be noise: whoever mends these sees the rest the next time. */
const MOST_REFUSALS = 100;

/**
 * Everything about a request of the right form that makes it unanswerable, in the order of the request: ids that stand twice or
 * are not described, circles of dependencies, endowments that do not make up the budget, nothing to choose by.
 */
export function checkRequest(request: SelectionRequest): Refusal[] {
  const known = new Set(request.initiatives.map(({ id }) => id));
  const refusals = [
    ...checkInitiatives(request, known),
    ...checkVoters(request, known),
    ...checkConstraints(request, known),
    ...checkMethod(request),
  ];
  return refusals.slice(0, MOST_REFUSALS);
}

type Path = Refusal['path'];

function checkInitiatives({ initiatives }: SelectionRequest, known: ReadonlySet<string>): Refusal[] {
  const unknown = initiatives.flatMap(({ id, dependsOn = [], excludes = [] }, place) => [
    ...checkNamed(['initiatives', place, 'dependsOn'], dependsOn, known),
    ...checkNamed(['initiatives', place, 'excludes'], excludes, known),
    ...excludes.flatMap((other, index) =>
      other === id ? [excludesItself(['initiatives', place, 'excludes', index], id)] : [],
    ),
  ]);
  const circles = dependencyCircles(initiatives).map(({ place, index, circle }) =>
    dependencyCircle(['initiatives', place, 'dependsOn', index], circle),
  );
  return [...checkTwice(initiatives, 'initiatives'), ...unknown, ...circles];
}

function checkVoters(request: SelectionRequest, known: ReadonlySet<string>): Refusal[] {
  const { voters = [] } = request;
  const refusals = checkTwice(voters, 'voters');
  voters.forEach(({ approvals = {} }, place) => {
    if (refusals.length >= MOST_REFUSALS) return;
    for (const id of Object.keys(approvals)) {
      if (!known.has(id)) refusals.push(initiativeUnknown(['voters', place, 'approvals', id], id));
    }
  });
  return [...refusals, ...checkEndowments(request)];
}

function checkEndowments({ budget, voters = [] }: SelectionRequest): Refusal[] {
  const given = voters.flatMap(({ endowment }) =>
    endowment === undefined ? [] : [oreFromKroner(endowment)],
  );
  if (given.length === 0) return [];
  if (given.length < voters.length) {
    return voters.flatMap(({ id, endowment }, place) =>
      endowment === undefined ? [endowmentMissing(['voters', place, 'endowment'], id)] : [],
    );
  }
  const total: Ore = sumOre(given);
  return kronerFromOre(total) === budget ? [] : [endowmentsNotBudget(total, oreFromKroner(budget))];
}

function checkConstraints({ constraints = {}, explain }: SelectionRequest, known: ReadonlySet<string>) {
  const { must = [], mustNot = [], groups = [] } = constraints;
  return [
    ...checkNamed(['constraints', 'must'], must, known),
    ...checkNamed(['constraints', 'mustNot'], mustNot, known),
    ...groups.flatMap(({ initiatives, atLeast = 0, atMost }, place) => {
      const path = ['constraints', 'groups', place];
      return [
        ...checkNamed([...path, 'initiatives'], initiatives, known),
        ...(atMost !== undefined && atLeast > atMost ? [boundsReversed(path, atLeast, atMost)] : []),
      ];
    }),
    ...checkNamed(['explain', 'flips'], explain.flips ?? [], known),
  ];
}

function checkMethod({ method, voters = [], initiatives }: SelectionRequest): Refusal[] {
  if (voters.length > 0 || initiatives.length === 0) return [];
  if (method === 'equal-shares') return [votersMissing()];
  return initiatives.some(({ benefit }) => benefit !== undefined) ? [] : [nothingToGoBy()];
}

function checkTwice(items: readonly { readonly id: string }[], list: string): Refusal[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, place) => {
    if (seen.has(id)) return [duplicateValue([list, place, 'id'], id)];
    seen.add(id);
    return [];
  });
}

/** Ids in a list: each described, each once. */
function checkNamed(path: Path, ids: readonly string[], known: ReadonlySet<string>): Refusal[] {
  const seen = new Set<string>();
  return ids.flatMap((id, place) => {
    if (!known.has(id)) return [initiativeUnknown([...path, place], id)];
    if (seen.has(id)) return [duplicateValue([...path, place], id)];
    seen.add(id);
    return [];
  });
}
