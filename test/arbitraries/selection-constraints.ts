import fc from 'fast-check';
import { type SelectionRequest, selectionRequestSchema } from '../../data/schema/selection.ts';
import { kroner } from './selection.ts';

/** Requests for the optimum with every kind of constraint. Amounts are a few øre, so that all of them can be tried. */

const RESOURCES = ['staff', 'year-1', 'year-2'];
const MOST_PARTLY_FUNDED = 2;

export interface PortfolioShape {
  readonly mostInitiatives: number;
  readonly partFunding: boolean;
}

export function portfolioArb({
  mostInitiatives,
  partFunding,
}: PortfolioShape): fc.Arbitrary<SelectionRequest> {
  return fc
    .oneof(
      { weight: 1, arbitrary: fc.integer({ min: 1, max: mostInitiatives }) },
      { weight: 3, arbitrary: fc.integer({ min: Math.ceil(mostInitiatives / 2), max: mostInitiatives }) },
    )
    .map((count) => Array.from({ length: count }, (_, place) => String.fromCharCode(97 + place)))
    .chain((ids) => fc.tuple(fc.constant(ids), some(ids, partFunding ? MOST_PARTLY_FUNDED : 0)))
    .chain(([ids, partly]) =>
      fc.record({
        method: fc.constant('optimum'),
        budget: fc.integer({ min: 0, max: 30 * ids.length }).map(kroner),
        constraints: constraintsArb(ids),
        initiatives: fc.tuple(
          ...ids.map((id, place) => initiativeArb(id, ids.slice(0, place), partly.includes(id))),
        ),
      }),
    )
    .map((request) => selectionRequestSchema.parse(request));
}

function some(ids: readonly string[], most: number, least = 0): fc.Arbitrary<string[]> {
  return fc.subarray([...ids], { minLength: least, maxLength: Math.min(most, ids.length) });
}

/** Mostly nothing, so that something remains possible. */
function seldom<T>(arbitrary: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary });
}

/** It depends on, and excludes, earlier ones only, so that nothing runs in circles. */
function initiativeArb(id: string, earlier: readonly string[], isPartly: boolean) {
  const base = {
    id: fc.constant(id),
    benefit: fc.oneof(
      fc.integer({ min: 0, max: 12 }).map(String),
      fc.constantFrom('0.5', '2.75', '10.01', '9.99'),
    ),
    dependsOn: seldom(some(earlier, 2)),
    excludes: seldom(some(earlier, 2)),
    resources: amountsArb(['0', '1', '2', '3.5', '0.25']),
  };
  if (!isPartly) return fc.record({ ...base, cost: fc.integer({ min: 0, max: 60 }).map(kroner) });
  return fc.record({
    ...base,
    cost: fc.integer({ min: 1, max: 20 }).map(kroner),
    minShare: fc.constantFrom('0', '0.25', '0.3', '0.5', '0.9'),
  });
}

function amountsArb(amounts: readonly string[]) {
  return fc.dictionary(fc.constantFrom(...RESOURCES), fc.constantFrom(...amounts), {
    maxKeys: RESOURCES.length,
    noNullPrototype: true,
  });
}

function constraintsArb(ids: readonly string[]) {
  const groupArb = fc
    .record({
      initiatives: some(ids, 5, 1),
      atLeast: fc.integer({ min: 0, max: 2 }),
      spare: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ initiatives, atLeast, spare }) => ({ initiatives, atLeast, atMost: atLeast + spare }));
  return fc.record({
    limits: amountsArb(['2', '4', '6.5', '9', '12.25']),
    must: seldom(some(ids, 2)),
    mustNot: seldom(some(ids, 2)),
    groups: seldom(fc.array(groupArb, { maxLength: 2 })),
  });
}
