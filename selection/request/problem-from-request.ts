import type { SelectionRequest } from '../../data/schema/selection.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import { type Rate, rateFromText, WHOLE } from '../../src/money/rate.ts';
import { byCodePoint } from '../../src/order.ts';
import type {
  Candidate,
  Group,
  SelectionProblem,
  Voter,
} from '../../src/prioritisation/selection/problem.ts';
import { invariant } from '../../src/refusal.ts';

type InitiativeDocument = SelectionRequest['initiatives'][number];
type VoterDocument = NonNullable<SelectionRequest['voters']>[number];
type GroupDocument = NonNullable<NonNullable<SelectionRequest['constraints']>['groups']>[number];

/** The problem that a checked request states, every list in canonical order. */
export function problemFromRequest(request: SelectionRequest): SelectionProblem {
  const { budget, initiatives, voters = [], constraints = {} } = request;
  const sorted = initiatives.toSorted((first, second) => byCodePoint(first.id, second.id));
  const places = new Map(sorted.map(({ id }, place) => [id, place]));
  const placesOf = (ids: readonly string[] = []): number[] =>
    ids.map((id) => placeIn(places, id)).sort((first, second) => first - second);
  return {
    budget: oreFromKroner(budget),
    candidates: sorted.map((initiative) => candidateFrom(initiative, placesOf)),
    voters: voters.toSorted((first, second) => byCodePoint(first.id, second.id)).map(voterReader(places)),
    limits: ratesFrom(constraints.limits),
    must: placesOf(constraints.must),
    mustNot: placesOf(constraints.mustNot),
    groups: (constraints.groups ?? [])
      .map((group, place) => groupFrom(group, place, placesOf))
      .sort(byMembers),
  };
}

function placeIn(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  invariant(place !== undefined, `"${id}" was checked to be described`);
  return place;
}

type PlacesOf = (ids?: readonly string[]) => number[];

function candidateFrom(document: InitiativeDocument, placesOf: PlacesOf): Candidate {
  const { id, cost, benefit, area, dependsOn, excludes, resources, minShare } = document;
  return {
    initiative: id,
    cost: oreFromKroner(cost),
    ...(benefit !== undefined && { benefit: rateFromText(benefit) }),
    ...(area !== undefined && { area }),
    dependsOn: placesOf(dependsOn),
    excludes: placesOf(excludes),
    resources: ratesFrom(resources),
    minShare: minShare === undefined ? WHOLE : rateFromText(minShare),
  };
}

/** Resources come in the order of their names, whatever the order of the request. */
function ratesFrom(texts: Readonly<Record<string, string>> = {}): ReadonlyMap<string, Rate> {
  const sorted = Object.entries(texts).sort(([first], [second]) => byCodePoint(first, second));
  return new Map(sorted.map(([name, text]) => [name, rateFromText(text)]));
}

/** Utilities are few and voters many: each text is read once. */
function voterReader(places: ReadonlyMap<string, number>): (document: VoterDocument) => Voter {
  const known = new Map<string, Rate>();
  const rateOf = (text: string): Rate => {
    const rate = known.get(text) ?? rateFromText(text);
    known.set(text, rate);
    return rate;
  };
  // By place; overwritten by the next voter who supports the same.
  const utilityAt: Rate[] = [];
  return ({ id, weight = '1', endowment, approvals = {} }) => {
    const supported: number[] = [];
    for (const initiative in approvals) {
      const text = approvals[initiative] ?? '0';
      if (!SOMETHING.test(text)) continue;
      const place = placeIn(places, initiative);
      supported.push(place);
      utilityAt[place] = rateOf(text);
    }
    const sorted = Uint16Array.from(supported).sort();
    return {
      voter: id,
      weight: rateOf(weight),
      ...(endowment !== undefined && { endowment: oreFromKroner(endowment) }),
      ballot: { supported: sorted, utilities: Array.from(sorted, (place) => utilityAt[place] ?? WHOLE) },
    };
  };
}

/** A decimal that is not zero has a digit that is not. */
const SOMETHING = /[1-9]/;

function groupFrom(document: GroupDocument, givenAs: number, placesOf: PlacesOf): Group {
  const { initiatives, atLeast = 0, atMost } = document;
  return { members: placesOf(initiatives), atLeast, ...(atMost !== undefined && { atMost }), givenAs };
}

/** Groups that are alike keep the order of the request: whichever comes first says the same. */
function byMembers(first: Group, second: Group): number {
  const keyOf = ({ members, atLeast, atMost }: Group) =>
    `${members.join(' ')} / ${atLeast} / ${atMost ?? ''}`;
  return byCodePoint(keyOf(first), keyOf(second));
}
