import { type Ore, sumOre } from '../money/ore.ts';
import { type Rate, WHOLE } from '../money/rate.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import { type Bilingual, invariant } from '../refusal.ts';
import type { OpeningPool } from './opening-pool.ts';
import { isOfAnotherArea, namesForeignPayers } from './payers.ts';
import type { Proposal } from './proposal.ts';
import type { Request } from './request.ts';

interface FactDescription {
  readonly type: keyof FactTypes;
  readonly title: Bilingual;
  /** All values that a text can have, where there are few. */
  readonly values?: readonly string[];
}

/** How the value of each type of fact is held. */
export interface FactTypes {
  money: Ore;
  rate: Rate;
  whole: number;
  flag: boolean;
  text: string;
  texts: readonly string[];
}

/**
 * Everything that a rule may read about a request (an initiative, or extra business maintenance). All of it
 * is fixed before any rule is read: nothing here depends on what other requests are given, so no order of
 * reading matters. Amounts are in the prices of the year; a text that is not given is empty.
 */
export const FACTS = {
  year: { type: 'whole', title: { da: 'Året', en: 'The year' } },
  place: { type: 'whole', title: { da: 'Plads i forslaget', en: 'Place in the proposal' } },
  recipient: {
    type: 'text',
    title: { da: 'Hvad der søges til', en: 'What the money is for' },
    values: ['initiative', 'business-maintenance'],
  },
  initiative: { type: 'text', title: { da: 'Initiativ', en: 'Initiative' } },
  group: { type: 'text', title: { da: 'Gruppe', en: 'Group' } },
  area: { type: 'text', title: { da: 'Forvaltningsområde', en: 'Management area' } },
  targetSolution: { type: 'text', title: { da: 'Løsning', en: 'Target solution' } },
  isNew: { type: 'flag', title: { da: 'Er en ny løsning', en: 'Is a new solution' } },
  isStatutory: { type: 'flag', title: { da: 'Er lovbundet', en: 'Is statutory' } },
  fitsFocus: {
    type: 'flag',
    title: { da: 'Ligger inden for områdets strategiske fokus', en: "Is within the area's strategic focus" },
  },
  body: { type: 'text', title: { da: 'Organ', en: 'Body' } },
  bodyKind: {
    type: 'text',
    title: { da: 'Organets art', en: 'Kind of body' },
    values: ['professional-committee', 'portfolio-council', 'executive-management', 'board'],
  },
  bodyMandate: {
    type: 'texts',
    title: { da: 'Organets mandat', en: 'Mandate of the body' },
    values: ['advise', 'recommend', 'prioritise', 'decide'],
  },
  bodyCoversArea: {
    type: 'flag',
    title: { da: 'Området hører under organet', en: 'The area is within the remit of the body' },
  },
  cost: { type: 'money', title: { da: 'Udgift i året', en: 'Cost in the year' } },
  minimumCost: {
    type: 'money',
    title: { da: 'Mindste beløb, der giver mening', en: 'Least amount that makes sense' },
  },
  minShare: {
    type: 'rate',
    title: { da: 'Mindste andel, der giver mening', en: 'Least share that makes sense' },
  },
  costOfProposal: {
    type: 'money',
    title: { da: 'Forslagets samlede udgift i året', en: 'Cost of the whole proposal in the year' },
  },
  benefitPerYear: { type: 'money', title: { da: 'Gevinst om året', en: 'Benefit per year' } },
  poolOfYear: { type: 'money', title: { da: 'Årets pulje', en: 'Pool of the year' } },
  poolOfArea: { type: 'money', title: { da: 'Områdets del af puljen', en: "The area's part of the pool" } },
  poolOfSolution: {
    type: 'money',
    title: { da: 'Løsningens del af puljen', en: "The solution's part of the pool" },
  },
  asksForBaseBudget: {
    type: 'flag',
    title: { da: 'Beder om basisdriftsøkonomi', en: 'Asks for base budget' },
  },
  crossesAreas: {
    type: 'flag',
    title: { da: 'Kræver penge fra andre områder', en: 'Needs money of other areas' },
  },
  beforeEarliestStart: {
    type: 'flag',
    title: { da: 'Året er før tidligste start', en: 'The year is before the earliest start' },
  },
  afterLatestStart: {
    type: 'flag',
    title: { da: 'Året er efter seneste start', en: 'The year is after the latest start' },
  },
  dependencyCount: {
    type: 'whole',
    title: { da: 'Antal initiativer, det afhænger af', en: 'Number of initiatives it depends on' },
  },
  missingDependencyCount: {
    type: 'whole',
    title: {
      da: 'Antal af dem, der hverken er i forslaget eller på plads',
      en: 'Number of them neither in the proposal nor in place',
    },
  },
  exclusionCount: {
    type: 'whole',
    title: { da: 'Antal initiativer, det udelukker', en: 'Number of initiatives it excludes' },
  },
} as const satisfies Readonly<Record<string, FactDescription>>;

export type FactName = keyof typeof FACTS;

export type Facts = { readonly [Name in FactName]: FactTypes[(typeof FACTS)[Name]['type']] };

export type FactValue = FactTypes[keyof FactTypes];

/** What everything in a proposal is seen against. */
export interface Setting {
  readonly price: YearPrice;
  readonly pool: OpeningPool;
  readonly proposal: Proposal;
  readonly requests: readonly Request[];
}

/** The facts of one of the requests in a setting. */
export function factsOf(request: Request, setting: Setting): Facts {
  const { price, proposal, pool, requests } = setting;
  const { initiative } = request;
  return {
    year: price.year,
    place: request.place,
    recipient: request.recipient.kind,
    initiative: initiative?.initiative ?? '',
    group: initiative?.group ?? '',
    area: request.area,
    targetSolution: request.targetSolution ?? '',
    isNew: request.targetSolution === undefined,
    isStatutory: initiative?.statutory ?? false,
    fitsFocus: fitsFocus(request, setting),
    ...bodyFacts(request, setting),
    cost: request.cost,
    minimumCost: request.minimumCost,
    minShare: initiative?.minShare ?? WHOLE,
    costOfProposal: sumOre(requests.map(({ cost }) => cost)),
    benefitPerYear: request.benefitPerYear,
    poolOfYear: pool.total,
    poolOfArea: poolOf(pool, ({ area }) => area === request.area),
    poolOfSolution: poolOf(pool, ({ solution }) => solution === request.targetSolution),
    asksForBaseBudget: (request.namedPayers ?? []).some(({ source }) => source.kind === 'base-budget'),
    crossesAreas: crossesAreas(request, pool),
    beforeEarliestStart: initiative?.earliestStart !== undefined && price.year < initiative.earliestStart,
    afterLatestStart: initiative?.latestStart !== undefined && price.year > initiative.latestStart,
    dependencyCount: initiative?.dependsOn.length ?? 0,
    missingDependencyCount: missingDependencies(request, proposal).length,
    exclusionCount: initiative?.excludes.length ?? 0,
  };
}

function bodyFacts(
  request: Request,
  { price, proposal }: Setting,
): Pick<Facts, 'body' | 'bodyKind' | 'bodyMandate' | 'bodyCoversArea'> {
  const body = price.agreement.bodies.find((candidate) => candidate.body === proposal.body);
  invariant(body !== undefined, `the proposing body ${proposal.body} is in the agreement`);
  return {
    body: body.body,
    bodyKind: body.kind,
    bodyMandate: body.mandate,
    bodyCoversArea: body.areas.includes(request.area) || body.mandate.includes('decide'),
  };
}

function fitsFocus({ area, initiative }: Request, { price }: Setting): boolean {
  const focuses = price.agreement.areas.find((candidate) => candidate.area === area)?.focus ?? [];
  return focuses.some(({ focus }) => focus === initiative?.focus);
}

function missingDependencies({ initiative }: Request, proposal: Proposal): readonly string[] {
  const present = new Set([
    ...proposal.initiatives.map((candidate) => candidate.initiative),
    ...proposal.inPlace,
  ]);
  return (initiative?.dependsOn ?? []).filter((dependency) => !present.has(dependency));
}

/**
 * Money crosses areas when a named payer belongs to another area, when the target solution does, or when the
 * area's whole part of the pool is less than the least that makes sense.
 */
function crossesAreas(request: Request, pool: OpeningPool): boolean {
  if (request.namedPayers !== undefined) return namesForeignPayers(request, pool);
  const poolOfArea = poolOf(pool, ({ area }) => area === request.area);
  return isOfAnotherArea(request.targetSolution, request.area, pool) || poolOfArea < request.minimumCost;
}

function poolOf(pool: OpeningPool, isCounted: (entry: OpeningPool['contributions'][number]) => boolean): Ore {
  return sumOre(pool.contributions.filter(isCounted).map(({ opening }) => opening));
}
