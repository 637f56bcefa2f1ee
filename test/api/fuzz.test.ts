import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutatedArb } from '../arbitraries/mutated-json.ts';
import { runs } from '../settings/runs.ts';
import { post, problemIn, scenario } from './built-app.ts';

/**
 * A change of every type, with every kind of key: so that what is changed at random is often almost right.
 */
const CHANGES = [
  { type: 'set-index', year: 2027, wage: '0.031', price: '0.019', combined: '0.027', correction: '0' },
  { type: 'set-index-vintage', asOf: '2026-06-30' },
  { type: 'set-efficiency', year: 2026, rate: '0.01' },
  {
    type: 'set-efficiency',
    year: 2027,
    amount: '2500000.00',
    solutions: ['aula'],
    components: ['operations'],
  },
  { type: 'set-base-price', solution: 'aula', component: 'operations', amount: '41000000.00' },
  { type: 'set-reserved-share', share: '0.3', solution: 'ky' },
  { type: 'withdraw', municipality: '0101', lastYear: 2026, fixedShare: '0.5' },
  { type: 'enter', municipality: '0101', firstYear: 2027 },
  { type: 'add-solution', solution: 'flis', fromYear: 2027 },
  { type: 'remove-solution', solution: 'sygesikring', fromYear: 2027 },
  { type: 'set-key', solution: 'valg', key: { kind: 'equal', limits: { rise: '0.2', fall: '0.1' } } },
  {
    type: 'set-key',
    solution: 'ky',
    key: { kind: 'weights', weights: { '0101': '12.5', '0147': '1' }, unit: 'kald' },
  },
  {
    type: 'set-key',
    solution: 'ksd',
    key: { kind: 'population-tiered', threshold: 150000, weightAbove: '0.5' },
  },
  {
    type: 'set-key',
    key: {
      kind: 'mix',
      parts: [
        { share: '0.7', key: { kind: 'population' } },
        { share: '0.3', key: { kind: 'equal' } },
      ],
    },
  },
  { type: 'commit-pool', year: 2027, solution: 'aula', amount: '1.00', reason: 'Besluttet' },
  { type: 'set-criterion-weight', criterion: 'security', weight: '0.5' },
  { type: 'set-population', year: 2027, populations: { '0101': 700_000 } },
  { type: 'grow-population', firstYear: 2027, lastYear: 2029, rate: '0.0050', municipalities: ['0147'] },
  { type: 'carry-over-pool', year: 2027, solution: 'aula', amount: '1.00', reason: 'Rest' },
];

const FULL = scenario({ basedOn: 'test-base', changes: CHANGES });

const PROPOSAL = {
  id: 'fewer-messages',
  body: 'portfolio-council-children-and-schools',
  reason: 'Bedre samarbejde',
  initiatives: [
    {
      id: 'parent-messages',
      title: 'Færre beskeder',
      area: 'children-and-schools',
      target: 'aula',
      focus: 'parent-cooperation',
      costs: [{ year: 2027, amount: '1200000.00' }],
      priceLevel: 2026,
      benefit: { perYear: '500000.00', scores: { quality: '3.5' } },
      beneficiaries: { kind: 'population' },
      statutory: true,
      earliestStart: 2026,
      latestStart: 2028,
      minShare: '0.5',
      dependsOn: ['in-place'],
      excludes: ['another'],
      group: 'messages',
    },
    {
      id: 'another',
      title: 'Ny',
      area: 'children-and-schools',
      target: 'new',
      costs: [{ year: 2027, amount: '1.00' }],
      priceLevel: 2027,
    },
  ],
  moves: [
    {
      year: 2027,
      from: { account: 'pool', solution: 'aula' },
      to: { account: 'initiative', initiative: 'parent-messages' },
      amount: '100000.00',
    },
    {
      year: 2027,
      from: { account: 'base-budget', solution: 'ky' },
      to: { account: 'business-maintenance', solution: 'aula' },
      amount: '5.00',
    },
  ],
  inPlace: ['in-place'],
};

const RULE_SET = {
  id: 'two-rules',
  title: { da: 'To regler', en: 'Two rules' },
  version: '1',
  effectiveFrom: '2026-01-01',
  effectiveTo: '2030-12-31',
  rules: [
    {
      id: 'cap',
      title: { da: 'Loft', en: 'Cap' },
      explanation: { da: 'Et loft.', en: 'A cap.' },
      source: 'Prøve',
      effectiveFrom: '2026-01-01',
      priority: 10,
      severity: 'warning',
      conditions: {
        any: [
          { fact: 'cost', operator: 'moneyGreaterThan', value: { fact: 'poolOfArea' } },
          { not: { fact: 'isNew', operator: 'equal', value: true } },
        ],
      },
      effect: { type: 'cap', per: 'solution', share: '0.2' },
    },
    {
      id: 'part',
      title: { da: 'Del', en: 'Part' },
      explanation: { da: 'En del.', en: 'A part.' },
      source: 'Prøve',
      effectiveFrom: '2026-01-01',
      priority: 20,
      severity: 'info',
      conditions: { all: [{ fact: 'minShare', operator: 'rateLessThan', value: '1' }] },
      effect: { type: 'fund-part', atLeast: '0.1', atMost: '0.9' },
    },
  ],
};

/** For each route that takes a body, one that is right. */
const RIGHT_BODIES: readonly (readonly [url: string, body: object])[] = [
  ['/v1/price', { scenario: FULL }],
  ['/v1/price', { scenarioId: 'test-base' }],
  ['/v1/explanations', { scenario: FULL, figure: { year: 2027, figure: 'amount', municipality: '0147' } }],
  ['/v1/compare', { baseline: FULL, scenarios: ['test-base', scenario({ changes: CHANGES.slice(0, 3) })] }],
  ['/v1/simulations', { scenario: FULL, year: 2027, proposals: [PROPOSAL] }],
  ['/v1/simulations', { scenarioId: 'test-base', year: 2027, proposals: [PROPOSAL], ruleSet: RULE_SET }],
  ['/v1/scenarios/rebase', { scenario: FULL, onto: 'test-upon-base' }],
  [
    '/v1/splits',
    {
      columns: [
        { id: 'a', amount: '100.01', weights: { '0101': '1', '0147': '0.5' } },
        { id: 'b', amount: '-7.00', weights: { '0147': '3', '0151': '0.000000000000000001' } },
      ],
      method: 'two-way',
    },
  ],
];

describe('no body makes the server fail: every refusal is a problem with a code and a pointer', () => {
  it.each(RIGHT_BODIES)('POST %s with a body that is right', async (url, body) => {
    expect(await post(url, body)).toMatchObject({ status: 200 });
  });

  it.each(RIGHT_BODIES)('POST %s with the same body changed here and there', async (url, body) => {
    const acceptArb = fc.constantFrom('application/json', 'text/csv', 'image/png');
    await fc.assert(
      fc.asyncProperty(mutatedArb(body), acceptArb, async (text, accept) => {
        const answer = await post(url, text, { accept });
        if (answer.status === 200) return;
        expect([400, 406, 422]).toContain(answer.status);
        for (const error of problemIn(answer).errors) {
          expect(error.code).toMatch(/^[a-z]+(_[a-z]+)*$/);
          expect(error.message).not.toBe('');
        }
      }),
      runs(200, 5000),
    );
  });
});
