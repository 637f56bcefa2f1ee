import { describe, expect, it } from 'vitest';
import type { PriceAnswer } from '../../api/answers/price-answer.ts';
import { simulationAnswerSchema } from '../../api/answers/simulation-schema.ts';
import { ruleSetSchema } from '../../rules/schema.ts';
import { get, post, problemIn, scenario } from './built-app.ts';

function initiative(id: string, amount: string, differently: object = {}): object {
  return {
    id,
    title: id,
    area: 'children-and-schools',
    target: 'aula',
    costs: [{ year: 2027, amount }],
    priceLevel: 2027,
    ...differently,
  };
}

function proposal(id: string, initiatives: readonly object[], differently: object = {}): object {
  return {
    id,
    body: 'portfolio-council-children-and-schools',
    reason: 'En prøve',
    initiatives,
    ...differently,
  };
}

function asked(differently: object = {}): object {
  return {
    scenario: scenario(),
    year: 2027,
    proposals: [proposal('p', [initiative('a', '1000.00')])],
    ...differently,
  };
}

async function simulated(body: object) {
  const answer = await post('/v1/simulations', body);
  expect(answer.status).toBe(200);
  return simulationAnswerSchema.parse(answer.json());
}

const ore = (kroner: string) => BigInt(kroner.replace('.', ''));

describe('POST /v1/simulations', () => {
  it('funds, refers and rejects by the rules, and says which fired and failed on what facts', async () => {
    const initiatives = [
      initiative('affordable', '1000.00'),
      initiative('large', '3000000.01'),
      initiative('elsewhere', '1000.00', { area: 'social-and-health', target: 'new', focus: 'shared-data' }),
    ];
    const { proposals, ruleSet } = await simulated(asked({ proposals: [proposal('p', initiatives)] }));
    const outcomes = proposals[0]?.outcomes ?? [];
    expect(outcomes.map(({ outcome, reason }) => [outcome, reason.rule])).toEqual([
      ['funded', undefined],
      ['referred', 'large-amounts-to-the-board'],
      ['rejected', 'within-the-mandate'],
    ]);
    expect(
      outcomes[1]?.rulesFired.find(({ rule }) => rule === 'large-amounts-to-the-board')?.conditions[0],
    ).toEqual({
      fact: 'cost',
      operator: 'moneyGreaterThan',
      seen: '3000000.01',
      comparedWith: '3000000.00',
      holds: true,
    });
    for (const { rulesFired, rulesFailed } of outcomes)
      expect(rulesFired.length + rulesFailed.length).toBe(ruleSet.rules.length);
  });

  it('conserves the pool and leaves every base budget as the price has it', async () => {
    const { hash, proposals, pool } = await simulated(asked());
    const priced = (await post('/v1/price', { scenario: scenario() })).json() as PriceAnswer;
    const year = priced.years.find((candidate) => candidate.year === 2027);
    expect(hash).toBe(priced.hash);
    expect(pool.total).toBe(year?.pool);
    for (const { poolBefore, poolAfter, moves, solutions } of proposals) {
      expect(ore(poolBefore)).toBe(moves.reduce((sum, { amount }) => sum + ore(amount), ore(poolAfter)));
      const budgets = solutions.map(({ solution, baseBudgetBefore }) => [solution, baseBudgetBefore]);
      expect(budgets).toEqual(year?.solutions.map(({ solution, baseBudget }) => [solution, baseBudget]));
      expect(solutions.map(({ baseBudgetAfter }) => baseBudgetAfter)).toEqual(
        budgets.map(([, budget]) => budget),
      );
    }
  });

  it('judges each proposal on its own: their order changes nothing', async () => {
    const [one, other] = [
      proposal('p', [initiative('a', '2000000.00')]),
      proposal('q', [initiative('b', '2500000.00')]),
    ];
    const there = await simulated(asked({ proposals: [one, other] }));
    const back = await simulated(asked({ proposals: [other, one] }));
    expect(back.proposals.toReversed()).toEqual(there.proposals);
  });

  it('takes a rule set that is sent along, and reports what it may be at odds with itself about', async () => {
    const governance = ruleSetSchema.parse((await get('/v1/rule-sets/k98-governance')).json());
    const { ruleSet } = await simulated(asked({ ruleSet: { ...governance, id: 'own' } }));
    expect(ruleSet.id).toBe('own');
    expect(ruleSet.rules.map(({ id }) => id)).toEqual(governance.rules.map(({ id }) => id));
  });

  const rule = (id: string, priority: number) => ({
    id,
    title: { da: id, en: id },
    explanation: { da: id, en: id },
    source: 'Prøve',
    effectiveFrom: '2026-01-01',
    priority,
    severity: 'info',
    conditions: { all: [] },
    effect: { type: 'note' },
  });
  const rules = (...list: object[]) => ({
    id: 'own',
    title: { da: 'Eget', en: 'Own' },
    version: '1',
    effectiveFrom: '2026-01-01',
    rules: list,
  });
  const ruleSetChange = { changes: [{ type: 'set-rule-set', ruleSet: 'no-such' }] };
  const committed = {
    type: 'commit-pool',
    year: 2027,
    solution: 'aula',
    amount: '999999999.00',
    reason: 'Bundet',
  };

  it.each([
    ['no proposals', { proposals: [] }, 400, 'list_empty', '/proposals'],
    ['a year that the scenario does not cover', { year: 2030 }, 422, 'year_outside_scenario', '/year'],
    ['a rule set that is not there', { ruleSet: 'no-such' }, 422, 'rule_set_unknown', '/ruleSet'],
    [
      'a rule set of the scenario that is not there',
      { scenario: scenario(ruleSetChange) },
      422,
      'rule_set_unknown',
      '/scenario',
    ],
    [
      'two rules of one priority',
      { ruleSet: rules(rule('a', 1), rule('b', 1)) },
      422,
      'priority_repeated',
      '/ruleSet/rules/1/priority',
    ],
    [
      'a rule set that is not in force',
      { ruleSet: { ...rules(), effectiveFrom: '2028-01-01' } },
      422,
      'rule_set_not_in_force',
      '/ruleSet',
    ],
    [
      'two proposals of one id',
      { proposals: [proposal('p', []), proposal('p', [])] },
      422,
      'proposal_twice',
      '/proposals/1/id',
    ],
    [
      'an unknown body',
      { proposals: [proposal('p', [], { body: 'nobody' })] },
      422,
      'body_unknown',
      '/proposals/0/body',
    ],
    [
      'an unknown area',
      { proposals: [proposal('p', [initiative('a', '1.00', { area: 'space' })])] },
      422,
      'area_unknown',
      '/proposals/0/initiatives/0/area',
    ],
    [
      'more bound than the pool holds',
      { scenario: scenario({ changes: [committed] }) },
      422,
      'pool_overcommitted',
      '/scenario',
    ],
  ])('refuses %s', async (_what, differently, status, code, pointer) => {
    const problem = problemIn(await post('/v1/simulations', asked(differently)));
    expect(problem.status).toBe(status);
    expect(problem.errors[0]).toMatchObject({ code, pointer });
  });
});

describe('GET /v1/rule-sets', () => {
  it('lists the rule set of the model, which can be read whole', async () => {
    expect((await get('/v1/rule-sets')).json()).toMatchObject({ items: [{ id: 'k98-governance' }] });
    const answer = ruleSetSchema.parse((await get('/v1/rule-sets/k98-governance')).json());
    expect(answer.rules.length).toBeGreaterThan(10);
    expect((await get('/v1/rule-sets/no-such')).status).toBe(404);
  });
});
