import { describe, expect, it } from 'vitest';
import type { PlanComparisonAnswer } from '../../api/answers/plan-comparison-schema.ts';
import { planComparisonAnswerSchema } from '../../api/answers/plan-comparison-schema.ts';
import { builtApp, codesIn, get, post, problemIn } from './built-app.ts';

const url = '/v1/prioritisations/compare';
const PROPOSALS = [
  'benefits-automated-first',
  'citizens-one-digital-service',
  'health-less-documentation',
  'infrastructure-security-and-reuse',
];
const METHODS = [{ method: 'greedy' }, { method: 'equal-shares' }, { method: 'optimum' }];

async function compared(body: object): Promise<PlanComparisonAnswer> {
  const answer = await post(url, { scenarioId: 'baseline', ...body });
  if (answer.status !== 200) throw new Error(answer.text);
  return planComparisonAnswerSchema.parse(answer.json());
}

const all = await compared({
  proposals: PROPOSALS,
  methods: METHODS,
  initiatives: 'all',
  carryOver: true,
  ask: ['shared-ai-assistant'],
});

const planIn = ({ plans }: PlanComparisonAnswer, id: string) => {
  const found = plans.find(({ plan }) => plan === id);
  if (found === undefined) throw new Error(`there is a plan ${id}`);
  return found;
};

const ore = (kroner: string) => BigInt(kroner.replace('.', ''));
const total = (amounts: readonly string[]) => amounts.reduce((sum, amount) => sum + ore(amount), 0n);

describe('the example portfolio: four councils and three methods side by side', () => {
  it('has them in the order asked for', () => {
    expect(all.plans.map(({ plan }) => plan)).toEqual([
      ...PROPOSALS,
      'method/greedy',
      'method/equal-shares',
      'method/optimum',
    ]);
    expect(all.pairs).toHaveLength(21);
  });

  it('ties every year to the øre: contributed + carriedOver − committed = used + left', () => {
    for (const { years } of all.plans)
      for (const { contributed, carriedOver, committed, used, left, areas, municipalities } of years) {
        expect(ore(contributed) + ore(carriedOver) - ore(committed)).toBe(ore(used) + ore(left));
        expect(total(areas.map(({ received }) => received))).toBe(ore(used));
        expect(total(municipalities.map((row) => row.contributed))).toBe(ore(contributed));
        expect(total(municipalities.map(({ fairShare }) => fairShare))).toBe(ore(used));
      }
  });

  it('funds what is statutory under every method, and shows every method as lawful', () => {
    for (const { plan } of METHODS.map(({ method }) => planIn(all, `method/${method}`))) {
      const { initiatives, method } = planIn(all, plan);
      expect(method?.lawful).toBe(true);
      const byLaw = initiatives.filter(({ initiative }) => /by-law$|rules$|reform$|erasure/.test(initiative));
      expect(byLaw.map(({ outcome, start }) => `${outcome} ${start}`)).toEqual(Array(7).fill('funded 2026'));
    }
  });

  it('proves that no set of first starts is better than the optimum: greedy is worth no more', () => {
    const [optimum, greedy] = ['method/optimum', 'method/greedy'].map((id) => planIn(all, id));
    expect(optimum?.method).toMatchObject({ proven: true, complete: true });
    expect(Number(optimum?.value)).toBeGreaterThanOrEqual(Number(greedy?.value));
  });

  it('shows rules with the facts that they saw', () => {
    const { initiatives } = planIn(all, 'benefits-automated-first');
    const referred = initiatives.find(({ outcome }) => outcome === 'referred');
    expect(referred?.years[0]?.rulesFired).toContainEqual(
      expect.objectContaining({
        rule: 'large-amounts-to-the-board',
        conditions: expect.arrayContaining([
          expect.objectContaining({ fact: 'cost', seen: '3400000.00', comparedWith: '3000000.00' }),
        ]),
      }),
    );
  });

  it('shows that two councils want the same money, and plans that exclude each other', () => {
    const sameMoney = all.pairs.find(
      ({ first, second }) =>
        first === 'citizens-one-digital-service' && second === 'infrastructure-security-and-reuse',
    );
    expect(sameMoney?.claims.map(({ solution }) => solution)).toContain('sapa');
    const excluding = all.pairs.find(
      ({ first, second }) =>
        first === 'health-less-documentation' && second === 'infrastructure-security-and-reuse',
    );
    expect(excluding?.excluding).toEqual([
      { first: 'speech-to-text-in-home-care', second: 'shared-ai-assistant' },
    ]);
  });

  it('tells of a named initiative what would have to give way, by making the plan again', () => {
    const asked = all.asked.find(({ plan }) => plan === 'method/greedy');
    expect(asked).toMatchObject({ initiative: 'shared-ai-assistant', listed: false });
    expect(asked?.ifFirst).toMatchObject({ outcome: 'funded', start: 2026 });
    expect(asked?.ifFirst?.comesIn).toContain('shared-ai-assistant');
    // It excludes speech to text, which greedy takes.
    expect(asked?.ifFirst?.goesOut).toContain('speech-to-text-in-home-care');
    const outside = all.asked.find(({ plan }) => plan === 'health-less-documentation');
    expect(outside?.ifFirst?.reason?.rule).toBe('within-the-mandate');
  });

  it('gives the same answer whatever the order of initiatives, and the same bytes twice', async () => {
    const { items } = (await get('/v1/initiatives?limit=100')).json() as { items: { id: string }[] };
    const ids = items.map(({ id }) => id);
    const [one, other, again] = await Promise.all(
      [ids, ids.toReversed(), ids].map((initiatives) =>
        compared({ methods: [{ method: 'greedy' }], initiatives }),
      ),
    );
    expect(other).toEqual(one);
    expect(JSON.stringify(again)).toBe(JSON.stringify(one));
  });
});

describe('criteria and weights', () => {
  it('come from the scenario: with all weight on security the optimum is another one', async () => {
    const weights = ['citizen-value', 'staff-time', 'lawfulness', 'savings'].map((criterion) => ({
      type: 'set-criterion-weight',
      criterion,
      weight: '0',
    }));
    const scenario = { agreement: 'k98-example', years: { from: 2026, to: 2026 } };
    const methods = [{ method: 'optimum' }];
    const [usual, secure] = await Promise.all(
      [[], weights].map((changes) =>
        post(url, { scenario: { ...scenario, changes }, methods, initiatives: 'all' }),
      ),
    );
    const securityIn = (answer: typeof usual) => {
      if (answer === undefined) throw new Error('two answers');
      const { plans } = answer.json() as PlanComparisonAnswer;
      return Number(plans[0]?.benefits.find(({ criterion }) => criterion === 'security')?.amount);
    };
    expect(securityIn(secure)).toBeGreaterThan(securityIn(usual));
  });
});

describe('sensitivity', () => {
  it('tells at which weight the chosen set is another one, and that one step before it is not', async () => {
    const scenarioAt = (weight: string) => ({
      agreement: 'k98-example',
      years: { from: 2026, to: 2026 },
      changes: [{ type: 'set-criterion-weight', criterion: 'security', weight }],
    });
    const chosenAt = async (weight: string, sensitivity?: object) => {
      const methods = [{ method: 'greedy', ...(sensitivity && { sensitivity }) }];
      const answer = await post(url, { scenario: scenarioAt(weight), methods, initiatives: 'all' });
      const { plans } = answer.json() as PlanComparisonAnswer;
      return {
        ids: plans[0]?.initiatives.map(({ initiative }) => initiative).toSorted(),
        found: plans[0]?.method?.sensitivity?.[0],
      };
    };
    const usual = await chosenAt('0.15', { criteria: ['security'], step: '0.05' });
    const { at = '', justBefore = '' } = usual.found?.up ?? {};
    expect((await chosenAt(justBefore)).ids).toEqual(usual.ids);
    expect((await chosenAt(at)).ids).not.toEqual(usual.ids);
  });
});

describe('as flat rows', () => {
  it.each([
    ['initiatives', 'plan;initiative;title;area;target;outcome;wanted;start;cost;amount;value'],
    ['criteria', 'plan;criterion;amount;value'],
    ['years', 'plan;year;contributed;carriedOver;committed;used;referred;left;lapsed'],
    ['areas', 'plan;year;area;contributed;received;net'],
    ['solutions', 'plan;year;solution;contributed;received;net;carriedOver;committed;paid;left'],
    ['municipalities', 'plan;year;municipality;contributed;received;benefit;fairShare'],
  ])('%s', async (table, header) => {
    const body = { scenarioId: 'baseline', proposals: ['health-less-documentation'] };
    const answer = await post(`${url}?table=${table}`, body, { accept: 'text/csv' });
    expect(answer.headers['content-type']).toContain('text/csv');
    const [first = '', second = ''] = answer.text.split('\r\n');
    expect(first.replace('\uFEFF', '')).toBe(header);
    expect(second).toMatch(/^health-less-documentation;/);
  });
});

describe('refused', () => {
  it.each([
    ['nothing to compare', { proposals: [] }, 400, '/proposals list_empty'],
    ['an unknown proposal', { proposals: ['none'] }, 422, '/proposals/0 proposal_unknown'],
    [
      'an unknown initiative',
      { methods: [{ method: 'greedy' }], initiatives: ['none'] },
      422,
      '/initiatives/0 initiative_unknown',
    ],
    ['an unknown body', { methods: [{ method: 'greedy' }], body: 'none' }, 422, '/body body_unknown'],
    ['an unknown rule set', { proposals: [PROPOSALS[0]], ruleSet: 'none' }, 422, '/ruleSet rule_set_unknown'],
    [
      'an unknown scenario',
      { scenarioId: 'none', proposals: [PROPOSALS[0]] },
      422,
      '/scenarioId scenario_unknown',
    ],
    [
      'a question about nothing there',
      { proposals: [PROPOSALS[0]], ask: ['none'] },
      422,
      '/ask/0 initiative_unknown',
    ],
    ['an unknown method', { methods: [{ method: 'best' }] }, 400, '/methods/0/method value_not_allowed'],
    [
      'the sensitivity of an unknown criterion',
      { methods: [{ method: 'greedy', sensitivity: { criteria: ['none'] } }] },
      422,
      '/methods/0/sensitivity/criteria/0 criterion_unknown',
    ],
    ['a proposal twice', { proposals: [PROPOSALS[0], PROPOSALS[0]] }, 422, '/proposals/1/id proposal_twice'],
  ])('%s', async (_, body, status, place) => {
    const answer = await post(url, { scenarioId: 'baseline', ...body });
    expect(answer.status).toBe(status);
    expect(problemIn(answer).errors.map(({ pointer, code }) => `${pointer} ${code}`)).toContain(place);
  });

  it('two descriptions of one initiative, where methods would have to choose between them', async () => {
    const { proposal } = (await get(`/v1/proposals/${PROPOSALS[2]}`)).json() as {
      proposal: { initiatives: { title: string }[] };
    };
    const [first, ...others] = proposal.initiatives;
    const other = { ...proposal, id: 'other', initiatives: [{ ...first, title: 'Another' }, ...others] };
    const body = {
      scenarioId: 'baseline',
      proposals: [PROPOSALS[2], other],
      methods: [{ method: 'greedy' }],
    };
    expect(codesIn(await post(url, body))).toEqual(['initiative_differs']);
  });
});

describe('a comparison whose sender is gone', () => {
  it('is no longer worked on', async () => {
    const criteria = ['citizen-value', 'lawfulness', 'savings', 'security', 'staff-time'];
    const method = { method: 'optimum', sensitivity: { criteria, step: '0.001' } };
    const address = await builtApp.listen({ port: 0, host: '127.0.0.1' });
    const gone = new AbortController();
    const lost = fetch(address + url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ scenarioId: 'baseline', initiatives: 'all', methods: [method, method, method] }),
      signal: gone.signal,
    });
    expect(await processorShare(2_000)).toBeGreaterThan(0.3);
    gone.abort();
    await expect(lost).rejects.toThrow();
    // To its end it would take about a minute.
    await expect.poll(() => processorShare(500), { timeout: 10_000 }).toBeLessThan(0.1);
  });
});

/** How much of a processor this process and its threads use in the time to come. */
async function processorShare(milliseconds: number): Promise<number> {
  const before = process.cpuUsage();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / milliseconds;
}
