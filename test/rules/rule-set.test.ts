import { describe, expect, it } from 'vitest';
import { checkForm } from '../../data/schema/describe-issues.ts';
import { rulesOfYear } from '../../rules/rule-set.ts';
import { ruleSetFromDocument } from '../../rules/rule-set-from-document.ts';
import { type RuleDocument, type RuleSetDocument, ruleSetSchema } from '../../rules/schema.ts';
import type { Refusal } from '../../src/refusal.ts';
import { acceptedValue } from '../results.ts';
import { buildRule, buildRuleSet, governanceDocument } from './read-rules.ts';

/** Codes with the pointer of each. */
function refusalsOf(document: RuleSetDocument): string[] {
  const result = ruleSetFromDocument(document);
  return result.ok ? [] : shown(result.refusals);
}

function conflictsOf(...rules: RuleDocument[]): string[] {
  return shown(acceptedValue(ruleSetFromDocument(buildRuleSet(rules))).conflicts);
}

function shown(refusals: readonly Refusal[]): string[] {
  return refusals.map(({ code, path }) => `${code} /${path.join('/')}`);
}

const comparison = (fact: string, operator: string, value: RuleDocument['conditions']['value']) => ({
  conditions: { all: [{ fact, operator, value }] },
});

describe('the form of a rule set', () => {
  const formErrors = (conditions: unknown) => {
    const document = { ...buildRuleSet([]), rules: [{ ...buildRule('a', 1), conditions }] };
    const result = checkForm(ruleSetSchema, document);
    return result.ok ? [] : shown(result.refusals);
  };
  const leaf = { fact: 'isNew', operator: 'equal', value: true };

  it.each<[string, unknown, string[]]>([
    ['a comparison', leaf, []],
    ['groups three deep', { all: [{ any: [{ not: leaf }] }] }, []],
    ['neither group nor comparison', {}, ['condition_form /rules/0/conditions']],
    ['two groups at once', { all: [leaf], any: [leaf] }, ['condition_form /rules/0/conditions']],
    ['a group and a comparison at once', { all: [], ...leaf }, ['condition_form /rules/0/conditions']],
    [
      'a comparison without a value',
      { all: [{ fact: 'isNew', operator: 'equal' }] },
      ['condition_form /rules/0/conditions/all/0'],
    ],
    ['any of none', { any: [] }, ['list_empty /rules/0/conditions/any']],
    [
      'a number for money',
      { fact: 'cost', operator: 'moneyAtLeast', value: 1.5 },
      ['comparison_value_form /rules/0/conditions/value'],
    ],
    [
      'groups four deep',
      { all: [{ any: [{ not: { all: [leaf] } }] }] },
      [
        'field_unknown /rules/0/conditions/all/0/any/0/not/all',
        'condition_form /rules/0/conditions/all/0/any/0/not',
      ],
    ],
    [
      'a field of the engine that hides the order',
      { ...leaf, priority: 5 },
      ['field_unknown /rules/0/conditions/priority'],
    ],
  ])('%s', (_, conditions, expected) => {
    expect(formErrors(conditions)).toEqual(expected);
  });

  it('cannot be nested so deep that it cannot be read', () => {
    const deep = JSON.parse(`${'{"not":'.repeat(50_000)}{}${'}'.repeat(50_000)}`);
    expect(formErrors(deep)).toEqual([
      'field_unknown /rules/0/conditions/not/not/not/not',
      'condition_form /rules/0/conditions/not/not/not',
    ]);
  });
});

describe('a rule is refused when it is read, with the place of what is wrong, when', () => {
  const base = '/rules/0/conditions/all/0';
  it.each<[string, ReturnType<typeof comparison>, string]>([
    ['the fact is unknown', comparison('weather', 'equal', 'fine'), `unknown_fact ${base}/fact`],
    [
      'the fact is a name that objects have',
      comparison('constructor', 'equal', 'x'),
      `unknown_fact ${base}/fact`,
    ],
    ['the operator is unknown', comparison('cost', 'roughly', '1.00'), `unknown_operator ${base}/operator`],
    [
      'the operator compares money as text',
      comparison('cost', 'lessThan', '1.00'),
      `operator_does_not_fit_fact ${base}/operator`,
    ],
    [
      'the operator is for money, the fact is not',
      comparison('minShare', 'moneyLessThan', '0.50'),
      `operator_does_not_fit_fact ${base}/operator`,
    ],
    [
      'the figure is no money',
      comparison('cost', 'moneyLessThan', '1.5'),
      `value_does_not_fit_fact ${base}/value`,
    ],
    [
      'the figure is a whole number, not money',
      comparison('cost', 'moneyLessThan', 100),
      `value_does_not_fit_fact ${base}/value`,
    ],
    [
      'the figure is no rate',
      comparison('minShare', 'rateLessThan', '50 %'),
      `value_does_not_fit_fact ${base}/value`,
    ],
    [
      'the figure is text for a number',
      comparison('year', 'equal', '2026'),
      `value_does_not_fit_fact ${base}/value`,
    ],
    [
      'the figure is text for a truth',
      comparison('isNew', 'equal', 'true'),
      `value_does_not_fit_fact ${base}/value`,
    ],
    [
      'one figure stands where a list must',
      comparison('area', 'in', 'children'),
      `value_does_not_fit_fact ${base}/value`,
    ],
    [
      'a list stands where one figure must',
      comparison('area', 'equal', ['children']),
      `value_does_not_fit_fact ${base}/value`,
    ],
    [
      'a list has a figure of another type',
      comparison('year', 'in', [2026, '2027']),
      `value_does_not_fit_fact ${base}/value`,
    ],
    [
      'the other fact is unknown',
      comparison('cost', 'moneyLessThan', { fact: 'weather' }),
      `unknown_fact ${base}/value/fact`,
    ],
    [
      'the other fact is of another type',
      comparison('cost', 'moneyLessThan', { fact: 'minShare' }),
      `value_does_not_fit_fact ${base}/value`,
    ],
    [
      'a list operator names a fact that is no list',
      comparison('area', 'in', { fact: 'body' }),
      `value_does_not_fit_fact ${base}/value`,
    ],
    [
      'a number is looked for in a list of texts',
      comparison('year', 'in', { fact: 'bodyMandate' }),
      `value_does_not_fit_fact ${base}/value`,
    ],
    [
      'the fact can never have that value',
      comparison('bodyKind', 'equal', 'king'),
      `unknown_value_of_fact ${base}/value`,
    ],
    [
      'the list can never hold that value',
      comparison('bodyMandate', 'contains', 'rule'),
      `unknown_value_of_fact ${base}/value`,
    ],
  ])('%s', (_, conditions, expected) => {
    expect(refusalsOf(buildRuleSet([buildRule('a', 1, conditions)]))).toEqual([expected]);
  });

  it('the set makes more comparisons than a simulation can afford', () => {
    const year = (value: number) => ({ fact: 'year', operator: 'equal', value });
    const rules = Array.from({ length: 20 }, (_, rule) =>
      buildRule(`r${rule}`, rule + 1, {
        conditions: { any: Array.from({ length: 25 }, (_, number) => year(number)) },
      }),
    );
    expect(refusalsOf(buildRuleSet(rules))).toEqual([]);
    const more = [...rules, buildRule('more', 21, { conditions: year(2026) })];
    expect(refusalsOf(buildRuleSet(more))).toEqual(['too_many_comparisons /rules']);
  });

  it('and every one of them is named at once', () => {
    const document = buildRuleSet([
      buildRule('a', 1, comparison('weather', 'equal', 'fine')),
      buildRule('b', 2, { conditions: { not: { fact: 'cost', operator: 'roughly', value: '1.00' } } }),
    ]);
    expect(refusalsOf(document)).toEqual([
      'unknown_fact /rules/0/conditions/all/0/fact',
      'unknown_operator /rules/1/conditions/not/operator',
    ]);
  });
});

describe('a rule set that certainly contradicts itself is refused:', () => {
  const reject = { effect: { type: 'reject' } } as const;
  const refer = { effect: { type: 'refer' } } as const;
  const cap = (share: string, per = 'area' as const) => ({ effect: { type: 'cap', per, share } }) as const;
  const costly = comparison('cost', 'moneyAtLeast', '5.00');

  it.each<[string, RuleDocument[], string[]]>([
    ['two rules of one name', [buildRule('a', 1), buildRule('a', 2)], ['rule_id_repeated /rules/1/id']],
    [
      'two rules of one priority',
      [buildRule('a', 1), buildRule('b', 1)],
      ['priority_repeated /rules/1/priority'],
    ],
    [
      'a part that is at least more than at most',
      [buildRule('a', 1, { effect: { type: 'fund-part', atLeast: '0.6', atMost: '0.5' } })],
      ['part_range_reversed /rules/0/effect/atLeast'],
    ],
    [
      'a rule that ends before the set begins',
      [buildRule('a', 1, { effectiveFrom: '2020-01-01', effectiveTo: '2025-12-31' })],
      ['rule_never_in_force /rules/0/effectiveFrom'],
    ],
    [
      'a rule that ends before it begins',
      [buildRule('a', 1, { effectiveFrom: '2028-01-01', effectiveTo: '2027-01-01' })],
      ['rule_never_in_force /rules/0/effectiveFrom'],
    ],
    [
      'a rule that no 1 January falls in',
      [buildRule('a', 1, { effectiveFrom: '2026-02-01', effectiveTo: '2026-12-31' })],
      ['rule_never_in_force /rules/0/effectiveFrom'],
    ],
    [
      'to reject and to refer under the same conditions',
      [buildRule('a', 1, { ...costly, ...reject }), buildRule('b', 2, { ...costly, ...refer })],
      ['effects_contradict /rules/1/effect'],
    ],
    [
      'two caps on the same money',
      [buildRule('a', 1, cap('0.3')), buildRule('b', 2, cap('0.4'))],
      ['effects_contradict /rules/1/effect'],
    ],
    [
      'first and last under the same conditions',
      [buildRule('a', 1, { effect: { type: 'first' } }), buildRule('b', 2, { effect: { type: 'last' } })],
      ['effects_contradict /rules/1/effect'],
    ],
    [
      'the same conditions in other words',
      [
        buildRule('a', 1, {
          conditions: { not: { fact: 'cost', operator: 'moneyLessThan', value: '5.00' } },
          ...reject,
        }),
        buildRule('b', 2, { ...costly, ...refer }),
      ],
      ['effects_contradict /rules/1/effect'],
    ],
  ])('%s', (_, rules, expected) => {
    expect(refusalsOf(buildRuleSet(rules))).toEqual(expected);
  });

  it('not two caps on different money, and not the same effect twice', () => {
    expect(
      refusalsOf(
        buildRuleSet([
          buildRule('a', 1, cap('0.3')),
          buildRule('b', 2, { effect: { type: 'cap', per: 'group', share: '0.4' } }),
        ]),
      ),
    ).toEqual([]);
    expect(refusalsOf(buildRuleSet([buildRule('a', 1, reject), buildRule('b', 2, reject)]))).toEqual([]);
  });

  it('not two versions of a rule, of which the one ends before the other begins', () => {
    const document = buildRuleSet([
      buildRule('a', 1, { effectiveTo: '2027-12-31' }),
      buildRule('a', 1, { effectiveFrom: '2028-01-01' }),
    ]);
    expect(refusalsOf(document)).toEqual([]);
  });
});

describe('a rule set that may contradict itself says so:', () => {
  const above = (kroner: string) => comparison('cost', 'moneyGreaterThan', kroner);
  const below = (kroner: string) => comparison('cost', 'moneyLessThan', kroner);
  const first = { effect: { type: 'first' } } as const;
  const last = { effect: { type: 'last' } } as const;

  it('opposite effects under conditions that can hold at once', () => {
    expect(
      conflictsOf(
        buildRule('a', 1, { ...above('5.00'), ...first }),
        buildRule('b', 2, { ...below('5.02'), ...last }),
      ),
    ).toEqual(['effects_may_contradict /rules/1/effect']);
  });

  it('not when no whole øre lies between the two', () => {
    expect(
      conflictsOf(
        buildRule('a', 1, { ...above('5.00'), ...first }),
        buildRule('b', 2, { ...below('5.01'), ...last }),
      ),
    ).toEqual([]);
  });

  it('a milder decision that stands before a stricter one; the other way round is in order', () => {
    const refer = buildRule('refer', 1, { ...above('5.00'), effect: { type: 'refer' } });
    const reject = buildRule('reject', 2, { ...above('9.00'), effect: { type: 'reject' } });
    expect(conflictsOf(refer, reject)).toEqual(['effects_may_contradict /rules/1/effect']);
    expect(conflictsOf({ ...refer, priority: 3 }, reject)).toEqual([]);
  });

  it('points at the later rule in the order of use, wherever it stands in the file', () => {
    const late = buildRule('late', 9, { ...above('5.00'), ...last });
    expect(
      conflictsOf(late, buildRule('early', 1, { ...above('5.00'), conditions: { all: [] }, ...first })),
    ).toEqual(['effects_may_contradict /rules/0/effect']);
  });

  it('a rule that can never fire', () => {
    const never = {
      conditions: { all: [...(above('5.00').conditions.all ?? []), ...(below('5.00').conditions.all ?? [])] },
    };
    expect(conflictsOf(buildRule('a', 1, never))).toEqual(['rule_never_fires /rules/0/conditions']);
  });
});

describe('the rules of a year', () => {
  const set = acceptedValue(
    ruleSetFromDocument(
      buildRuleSet([
        buildRule('threshold', 2, { effectiveFrom: '2028-01-01', title: { da: 'Ny', en: 'New' } }),
        buildRule('threshold', 2, { effectiveTo: '2027-12-31', title: { da: 'Gammel', en: 'Old' } }),
        buildRule('midway', 1, { effectiveFrom: '2027-07-01' }),
      ]),
    ),
  );

  it.each([
    [2025, []],
    [2026, ['threshold Old']],
    [2027, ['threshold Old']],
    [2028, ['midway midway', 'threshold New']],
    [2050, ['midway midway', 'threshold New']],
  ])('in %i are those in force on its first day', (year, expected) => {
    expect(rulesOfYear(set, year).map(({ rule, title }) => `${rule} ${title.en}`)).toEqual(expected);
  });

  it('stand in the order they are applied, whatever the order of the file', () => {
    const document = governanceDocument();
    const reversed = { ...document, rules: document.rules.toReversed() };
    expect(acceptedValue(ruleSetFromDocument(reversed)).rules).toEqual(
      acceptedValue(ruleSetFromDocument(document)).rules,
    );
  });
});
