import fc from 'fast-check';
import type { Comparison, Condition } from '../../rules/condition.ts';
import { ore } from '../../src/money/ore.ts';
import { rateFromText } from '../../src/money/rate.ts';
import { type Facts, factsOf } from '../../src/prioritisation/facts.ts';
import { buildInitiative, buildProposal, buildSetting } from '../prioritisation/build-proposal.ts';

/** So few figures that conditions and facts often meet. */
const kroner = fc.constantFrom('0.00', '0.01', '0.02', '0.03');
const rate = fc.constantFrom('0', '0.25', '0.5', '1');
const area = fc.constantFrom('children', 'health', 'building');
const place = fc.integer({ min: 1, max: 3 });

const comparisonArb: fc.Arbitrary<Comparison> = fc.oneof(
  compared('cost', orderOperators('money'), kroner),
  compared('minimumCost', orderOperators('money'), kroner),
  compared('cost', orderOperators('money'), fc.constant({ fact: 'minimumCost' })),
  compared('minShare', orderOperators('rate'), rate),
  compared(
    'place',
    ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'],
    place,
  ),
  compared('place', ['in', 'notIn'], fc.array(place, { maxLength: 3 })),
  compared('area', ['equal', 'notEqual'], area),
  compared('area', ['in', 'notIn'], fc.array(area, { maxLength: 3 })),
  compared('isNew', ['equal', 'notEqual'], fc.boolean()),
  compared('bodyKind', ['equal', 'notEqual'], fc.constantFrom('board', 'portfolio-council')),
  compared('bodyMandate', ['contains', 'doesNotContain'], fc.constantFrom('decide', 'advise')),
);

/** Conditions of at most two groups in each other, as rules may write them. */
export const conditionArb: fc.Arbitrary<Condition> = groupOf(groupOf(comparisonArb));

/** Facts within the reach of those conditions; whatever they do not speak of is that of some initiative. */
export const factsArb: fc.Arbitrary<Facts> = fc
  .record({
    cost: fc.bigInt(0n, 4n).map(ore),
    minimumCost: fc.bigInt(0n, 4n).map(ore),
    minShare: fc.constantFrom('0', '0.1', '0.25', '0.5', '0.75', '1').map(rateFromText),
    place: fc.integer({ min: 0, max: 4 }),
    area: fc.oneof(area, fc.constant('elsewhere')),
    isNew: fc.boolean(),
    bodyKind: fc.constantFrom('board', 'portfolio-council', 'executive-management'),
    bodyMandate: fc.subarray(['decide', 'advise', 'recommend']),
  })
  .map((drawn) => ({ ...someFacts(), ...drawn }));

function compared(
  fact: string,
  operators: readonly string[],
  value: fc.Arbitrary<Comparison['value']>,
): fc.Arbitrary<Comparison> {
  return fc.record({ fact: fc.constant(fact), operator: fc.constantFrom(...operators), value });
}

function orderOperators(type: string): string[] {
  return ['LessThan', 'AtMost', 'Equal', 'NotEqual', 'AtLeast', 'GreaterThan'].map(
    (name) => `${type}${name}`,
  );
}

function groupOf(inner: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  return fc.oneof(
    inner,
    fc.array(inner, { maxLength: 3 }).map((all) => ({ all })),
    fc.array(inner, { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    inner.map((not) => ({ not })),
  );
}

function someFacts(): Facts {
  const setting = buildSetting(buildProposal([buildInitiative('a')]));
  const [request] = setting.requests;
  if (request === undefined) throw new Error('the proposal has a request');
  return factsOf(request, setting);
}
