import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../rules/condition.ts';
import { ruleEngine } from '../../rules/engine.ts';
import type { Rule } from '../../rules/rule-set.ts';
import { kronerFromOre, ore, oreFromKroner } from '../../src/money/ore.ts';
import { compareRates, rateFromText, rateText } from '../../src/money/rate.ts';
import { type Facts, factsOf } from '../../src/prioritisation/facts.ts';
import { buildInitiative, buildProposal, buildSetting } from '../prioritisation/build-proposal.ts';
import { acceptedValue, codesOf } from '../results.ts';

const ORDERS = {
  LessThan: (order: number) => order < 0,
  AtMost: (order: number) => order <= 0,
  Equal: (order: number) => order === 0,
  NotEqual: (order: number) => order !== 0,
  AtLeast: (order: number) => order >= 0,
  GreaterThan: (order: number) => order > 0,
} as const;

function facts(parts: Partial<Facts> = {}): Facts {
  const setting = buildSetting(buildProposal([buildInitiative('a')]));
  const [request] = setting.requests;
  if (request === undefined) throw new Error('the proposal has a request');
  return { ...factsOf(request, setting), ...parts };
}

function rule(conditions: Condition, parts: Partial<Rule> = {}): Rule {
  return {
    rule: 'rule',
    title: { da: 'Regel', en: 'Rule' },
    explanation: { da: 'En regel', en: 'A rule' },
    source: 'A test',
    effectiveFrom: '2026-01-01',
    priority: 1,
    severity: 'info',
    conditions,
    effect: { type: 'note' },
    ...parts,
  };
}

async function judge(conditions: Condition, known: Facts = facts()) {
  const [verdict] = acceptedValue(await ruleEngine([rule(conditions)]).judge(known));
  return verdict;
}

async function fires(conditions: Condition, known?: Facts): Promise<boolean | undefined> {
  return (await judge(conditions, known))?.fired;
}

describe('comparisons of money and rates', () => {
  it('are made by number where text would say otherwise: 9 kr. is less than 10 kr.', async () => {
    const cost = facts({ cost: oreFromKroner('9.00') });
    expect(await fires({ fact: 'cost', operator: 'moneyLessThan', value: '10.00' }, cost)).toBe(true);
    const minShare = facts({ minShare: rateFromText('0.9') });
    expect(await fires({ fact: 'minShare', operator: 'rateLessThan', value: '0.10' }, minShare)).toBe(false);
    expect(await fires({ fact: 'minShare', operator: 'rateEqual', value: '0.90' }, minShare)).toBe(true);
  });

  it.each(Object.entries(ORDERS))('money%s holds exactly when the amounts stand so', async (name, holds) => {
    const amount = fc.bigInt(0n, 10n ** 15n - 2n).map(ore);
    const near = amount.chain((fact) =>
      fc.tuple(
        fc.constant(fact),
        fc.constantFrom(-1n, 0n, 1n).map((by) => ore(fact + by < 0n ? 0n : fact + by)),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(near, fc.tuple(amount, amount)), async ([fact, value]) => {
        const conditions = { fact: 'cost', operator: `money${name}`, value: kronerFromOre(value) };
        const order = fact === value ? 0 : fact < value ? -1 : 1;
        expect(await fires(conditions, facts({ cost: fact }))).toBe(holds(order));
      }),
    );
  });

  it.each(Object.entries(ORDERS))('rate%s holds exactly when the rates stand so', async (name, holds) => {
    const rate = fc
      .bigInt(0n, 10n ** 18n)
      .map((count) => rateFromText(`0.${String(count).padStart(18, '0').slice(-18)}`));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.tuple(rate, rate),
          rate.map((both) => [both, both] as const),
        ),
        async ([fact, value]) => {
          const conditions = { fact: 'minShare', operator: `rate${name}`, value: rateText(value) };
          expect(await fires(conditions, facts({ minShare: fact }))).toBe(holds(compareRates(fact, value)));
        },
      ),
    );
  });

  it('hold a fact against another fact', async () => {
    const conditions = { fact: 'cost', operator: 'moneyAtMost', value: { fact: 'poolOfSolution' } };
    expect(await fires(conditions, facts({ cost: ore(100_00n) }))).toBe(true);
    expect(await fires(conditions, facts({ cost: ore(100_01n) }))).toBe(false);
  });

  it('are refused, not rounded, above what a number can hold exactly', async () => {
    const largest = ore(BigInt(Number.MAX_SAFE_INTEGER));
    const engine = ruleEngine([rule({ all: [] })]);
    expect(codesOf(await engine.judge(facts({ cost: largest })))).toEqual([]);
    expect(codesOf(await engine.judge(facts({ cost: ore(largest + 1n) })))).toEqual([
      'amount_too_large_for_rules',
    ]);
  });
});

describe('groups of conditions', () => {
  const yes: Condition = { fact: 'isNew', operator: 'equal', value: false };
  const no: Condition = { fact: 'isNew', operator: 'equal', value: true };

  it.each<[string, Condition, boolean]>([
    ['a single comparison', yes, true],
    ['all of none', { all: [] }, true],
    ['all, when one does not hold', { all: [yes, no] }, false],
    ['any, when one holds', { any: [no, yes] }, true],
    ['not', { not: no }, true],
    ['groups in groups', { all: [{ any: [no, { not: { all: [yes, no] } }] }, yes] }, true],
  ])('%s', async (_, conditions, expected) => {
    expect(await fires(conditions)).toBe(expected);
  });

  it.each<[string, Condition, boolean]>([
    ['text', { fact: 'area', operator: 'in', value: ['health', 'children'] }, true],
    ['whole numbers', { fact: 'year', operator: 'notIn', value: [2026, 2027] }, false],
    ['lists', { fact: 'bodyMandate', operator: 'contains', value: 'recommend' }, true],
    [
      'text in a list that is a fact',
      { fact: 'body', operator: 'in', value: { fact: 'bodyMandate' } },
      false,
    ],
    ['order of whole numbers', { fact: 'place', operator: 'greaterThanInclusive', value: 1 }, true],
  ])('compare %s', async (_, conditions, expected) => {
    expect(await fires(conditions)).toBe(expected);
  });
});

describe('a verdict', () => {
  it('shows every comparison with what it saw, also those that no longer mattered', async () => {
    const verdict = await judge({
      any: [
        { fact: 'cost', operator: 'moneyAtLeast', value: '40.00' },
        { not: { fact: 'minShare', operator: 'rateLessThan', value: '0.5' } },
        { fact: 'cost', operator: 'moneyEqual', value: { fact: 'minimumCost' } },
        { fact: 'year', operator: 'in', value: [2027, 2028] },
      ],
    });
    expect(verdict?.fired).toBe(true);
    expect(verdict?.conditions).toEqual([
      { fact: 'cost', operator: 'moneyAtLeast', seen: 40_00n, comparedWith: 40_00n, holds: true },
      {
        fact: 'minShare',
        operator: 'rateLessThan',
        seen: rateFromText('1'),
        comparedWith: rateFromText('0.5'),
        holds: false,
      },
      {
        fact: 'cost',
        operator: 'moneyEqual',
        seen: 40_00n,
        comparedWith: 40_00n,
        comparedWithFact: 'minimumCost',
        holds: true,
      },
      { fact: 'year', operator: 'in', seen: 2026, comparedWith: [2027, 2028], holds: false },
    ]);
  });

  it('is given by every rule, in the order of the rules', async () => {
    const rules = ['c', 'a', 'b'].map((id, place) => rule({ all: [] }, { rule: id, priority: 3 - place }));
    const verdicts = acceptedValue(await ruleEngine(rules).judge(facts()));
    expect(verdicts.map(({ rule: id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
