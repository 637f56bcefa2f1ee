import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areTheSame, canHoldTogether, casesOf, neverHold } from '../../rules/case-analysis.ts';
import type { Comparison, Condition } from '../../rules/condition.ts';
import { ruleEngine } from '../../rules/engine.ts';
import { ruleSetFromDocument } from '../../rules/rule-set-from-document.ts';
import { conditionArb, factsArb } from '../arbitraries/conditions.ts';
import { acceptedValue } from '../results.ts';
import { buildRule, buildRuleSet } from './read-rules.ts';

const is = (fact: string, operator: string, value: Comparison['value']): Comparison => ({
  fact,
  operator,
  value,
});

function together(first: Condition, second: Condition): boolean {
  return canHoldTogether(casesOf(first), casesOf(second));
}

function same(first: Condition, second: Condition): boolean {
  return areTheSame(casesOf(first), casesOf(second));
}

function never(condition: Condition): boolean {
  return neverHold(casesOf(condition));
}

describe('two conditions cannot hold together when', () => {
  it.each<[string, Condition, Condition]>([
    ['one fact would be true and false', is('isNew', 'equal', true), is('isNew', 'equal', false)],
    [
      'one fact would be neither true nor false',
      is('isNew', 'notEqual', true),
      is('isNew', 'notEqual', false),
    ],
    ['the areas differ', is('area', 'equal', 'a'), is('area', 'in', ['b', 'c'])],
    [
      'no kind of body is left',
      is('bodyKind', 'notIn', ['board', 'portfolio-council']),
      is('bodyKind', 'in', ['board', 'portfolio-council']),
    ],
    [
      'all kinds of body are excluded',
      is('bodyKind', 'notIn', ['board', 'portfolio-council', 'executive-management']),
      is('bodyKind', 'notEqual', 'professional-committee'),
    ],
    ['amounts leave no room', is('cost', 'moneyAtMost', '5.00'), is('cost', 'moneyAtLeast', '5.01')],
    ['no øre lies between', is('cost', 'moneyGreaterThan', '5.00'), is('cost', 'moneyLessThan', '5.01')],
    ['an amount would be below zero', is('cost', 'moneyLessThan', '0.00'), { all: [] }],
    ['the only amount is excluded', is('cost', 'moneyEqual', '5.00'), is('cost', 'moneyNotEqual', '5.00')],
    ['no whole number lies between', is('place', 'greaterThan', 1), is('place', 'lessThan', 2)],
    ['the only numbers are excluded', is('place', 'in', [1, 2]), is('place', 'notIn', [2, 1])],
    ['rates leave no room', is('minShare', 'rateLessThan', '0.5'), is('minShare', 'rateAtLeast', '0.5')],
    [
      'a list would hold and lack the same',
      is('bodyMandate', 'contains', 'decide'),
      is('bodyMandate', 'doesNotContain', 'decide'),
    ],
    [
      'two facts would stand in opposite orders',
      is('cost', 'moneyLessThan', { fact: 'poolOfYear' }),
      is('cost', 'moneyAtLeast', { fact: 'poolOfYear' }),
    ],
    [
      'one denies the other in a group',
      { any: [is('isNew', 'equal', true), is('isStatutory', 'equal', true)] },
      { not: { any: [is('isNew', 'equal', true), is('isStatutory', 'equal', true)] } },
    ],
  ])('%s', (_, first, second) => {
    expect(together(first, second)).toBe(false);
    expect(together(second, first)).toBe(false);
    expect(never({ all: [first, second] })).toBe(true);
  });
});

describe('two conditions can hold together when', () => {
  it.each<[string, Condition, Condition]>([
    ['they speak of different facts', is('isNew', 'equal', true), is('isStatutory', 'equal', false)],
    ['amounts meet in one øre', is('cost', 'moneyAtMost', '5.00'), is('cost', 'moneyAtLeast', '5.00')],
    ['one øre lies between', is('cost', 'moneyGreaterThan', '5.00'), is('cost', 'moneyLessThan', '5.02')],
    [
      'a rate lies between',
      is('minShare', 'rateGreaterThan', '0.5'),
      is('minShare', 'rateLessThan', '0.500000001'),
    ],
    ['a rate lies above', is('minShare', 'rateGreaterThan', '0.5'), is('minShare', 'rateNotEqual', '0.75')],
    ['some text is named by neither', is('area', 'notEqual', 'a'), is('area', 'notIn', ['b'])],
    ['a list holds both', is('bodyMandate', 'contains', 'decide'), is('bodyMandate', 'contains', 'advise')],
    [
      'one of the cases is open',
      { any: [is('isNew', 'equal', true), is('cost', 'moneyEqual', '1.00')] },
      is('isNew', 'equal', false),
    ],
  ])('%s', (_, first, second) => {
    expect(together(first, second)).toBe(true);
  });
});

describe('what is proved about conditions', () => {
  it('two that say the same in other words are seen to', () => {
    const [a, b] = [is('isNew', 'equal', true), is('isStatutory', 'equal', true)];
    expect(same({ not: { any: [a, b] } }, { all: [is('isStatutory', 'notEqual', true), { not: a }] })).toBe(
      true,
    );
    expect(same({ all: [a, a] }, a)).toBe(true);
    expect(same(is('minShare', 'rateLessThan', '0.50'), is('minShare', 'rateLessThan', '0.5'))).toBe(true);
    expect(same(is('area', 'in', ['a', 'b']), is('area', 'in', ['b', 'a']))).toBe(true);
    expect(same(is('area', 'in', ['a', 'b']), is('area', 'in', ['b']))).toBe(false);
    expect(same(a, b)).toBe(false);
  });

  it('what never holds does not say the same as what always holds', () => {
    expect(same(is('place', 'in', []), { all: [] })).toBe(false);
  });

  it('nothing, when there are too many cases to look through', () => {
    // Thirty groups of two are 2^30 cases.
    const pair: Condition = { any: [is('isNew', 'equal', true), is('isStatutory', 'equal', true)] };
    const many: Condition = { all: Array.from({ length: 30 }, () => pair) };
    expect([together(many, { not: many }), never(many), same(many, many)]).toEqual([true, false, false]);
    const wide: Condition = { any: Array.from({ length: 501 }, (_, year) => is('year', 'equal', year)) };
    expect(same(wide, wide)).toBe(false);
  });

  it('conditions that hold at once for some facts are never said to be unable to', async () => {
    await fc.assert(
      fc.asyncProperty(conditionArb, conditionArb, factsArb, async (first, second, facts) => {
        const rules = [first, second].map((conditions, place) =>
          buildRule(`r${place}`, place + 1, { conditions }),
        );
        const { rules: read } = acceptedValue(ruleSetFromDocument(buildRuleSet(rules)));
        const verdicts = acceptedValue(await ruleEngine(read).judge(facts));
        const [one, other] = verdicts.map(({ fired }) => fired);
        if (one) expect(never(first)).toBe(false);
        if (one && other) expect(together(first, second)).toBe(true);
        if (same(first, second)) expect(one).toBe(other);
      }),
    );
  });

  it('a condition and its denial never hold together, as far as can be seen', () => {
    fc.assert(
      fc.property(conditionArb, (condition) => {
        expect(same(condition, { not: { not: condition } })).toBe(true);
        expect(together(condition, { not: condition })).toBe(false);
      }),
    );
  });
});
