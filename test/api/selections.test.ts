import { describe, expect, it } from 'vitest';
import { slowRequest } from '../selection/slow-request.ts';
import { builtApp, get, post, problemIn } from './built-app.ts';

const URL = '/v1/selections';
const INITIATIVES = [
  { id: 'a', cost: '10.00', benefit: '1' },
  { id: 'b', cost: '20.00', benefit: '2' },
];
const SOUND = { method: 'optimum', budget: '25.00', initiatives: INITIATIVES };
const VOTERS = [
  { id: 'v1', approvals: { a: '1' } },
  { id: 'v2', approvals: { b: '1' } },
];
const SHARES = { ...SOUND, method: 'equal-shares', voters: VOTERS };
const withFirst = (fields: object) => ({
  ...SOUND,
  initiatives: [{ ...INITIATIVES[0], ...fields }, INITIATIVES[1]],
});
const withVoter = (fields: object) => ({ ...SHARES, voters: [{ ...VOTERS[0], ...fields }, VOTERS[1]] });

/** What is wrong, the request, the status, and the pointers. */
const REFUSED: readonly (readonly [string, unknown, number, readonly string[]])[] = [
  ['no body', '', 400, ['']],
  ['no JSON', '{', 400, ['']],
  ['another type', [], 400, ['']],
  ['an unknown field', { ...SOUND, budgets: '1.00' }, 400, ['/budgets']],
  ['no method', { ...SOUND, method: undefined }, 400, ['/method']],
  ['an unknown method', { ...SOUND, method: 'best' }, 400, ['/method']],
  ['money as a number', { ...SOUND, budget: 25 }, 400, ['/budget']],
  ['a negative budget', { ...SOUND, budget: '-1.00' }, 400, ['/budget']],
  ['a negative cost', withFirst({ cost: '-10.00' }), 400, ['/initiatives/0/cost']],
  ['a negative benefit', withFirst({ benefit: '-1' }), 400, ['/initiatives/0/benefit']],
  ['a negative resource', withFirst({ resources: { staff: '-1' } }), 400, ['/initiatives/0/resources/staff']],
  ['a cost with an exponent', withFirst({ cost: '1e1000000000' }), 400, ['/initiatives/0/cost']],
  ['a benefit with an exponent', withFirst({ benefit: '1e1000000000' }), 400, ['/initiatives/0/benefit']],
  ['a weight with an exponent', withVoter({ weight: '1e-1000000000' }), 400, ['/voters/0/weight']],
  ['a weight of nothing', withVoter({ weight: '0' }), 400, ['/voters/0/weight']],
  [
    'a number with an exponent',
    '{"method":"greedy","budget":1e1000000000,"initiatives":[]}',
    400,
    ['/budget'],
  ],
  [
    'an endless time limit',
    JSON.stringify({ ...SOUND, timeLimitSeconds: 7 }).replace(':7', ':1e1000000000'),
    400,
    ['/timeLimitSeconds'],
  ],
  ['a time limit of nothing', { ...SOUND, timeLimitSeconds: 0 }, 400, ['/timeLimitSeconds']],
  ['a least share above 1', withFirst({ minShare: '1.01' }), 400, ['/initiatives/0/minShare']],
  ['a step of nothing', { ...SHARES, completion: 'add1', add1Step: '0.00' }, 400, ['/add1Step']],
  [
    '501 initiatives',
    {
      ...SOUND,
      initiatives: Array.from({ length: 501 }, (_, n) => ({ id: `i${n}`, cost: '1.00', benefit: '1' })),
    },
    400,
    ['/initiatives'],
  ],
  [
    'a group without a bound',
    { ...SOUND, constraints: { groups: [{ initiatives: ['a'] }] } },
    400,
    ['/constraints/groups/0'],
  ],
  ['an id twice', { ...SOUND, initiatives: [INITIATIVES[0], INITIATIVES[0]] }, 422, ['/initiatives/1/id']],
  ['an unknown dependency', withFirst({ dependsOn: ['b', 'x'] }), 422, ['/initiatives/0/dependsOn/1']],
  ['an unknown exclusion', withFirst({ excludes: ['x'] }), 422, ['/initiatives/0/excludes/0']],
  ['an unknown approval', withVoter({ approvals: { x: '1' } }), 422, ['/voters/0/approvals/x']],
  [
    'unknown musts',
    { ...SOUND, constraints: { must: ['x'], mustNot: ['y'] } },
    422,
    ['/constraints/must/0', '/constraints/mustNot/0'],
  ],
  [
    'an unknown member of a group',
    { ...SOUND, constraints: { groups: [{ initiatives: ['a', 'x'], atMost: 1 }] } },
    422,
    ['/constraints/groups/0/initiatives/1'],
  ],
  ['a flip of an unknown initiative', { ...SOUND, explain: { flips: ['x'] } }, 422, ['/explain/flips/0']],
  [
    'a circle of two',
    {
      ...SOUND,
      initiatives: [
        { ...INITIATIVES[0], dependsOn: ['b'] },
        { ...INITIATIVES[1], dependsOn: ['a'] },
      ],
    },
    422,
    ['/initiatives/1/dependsOn/0'],
  ],
  ['a circle of one', withFirst({ dependsOn: ['a'] }), 422, ['/initiatives/0/dependsOn/0']],
  [
    'endowments that are not the budget',
    { ...SHARES, voters: VOTERS.map((voter) => ({ ...voter, endowment: '12.00' })) },
    422,
    ['/voters'],
  ],
  ['an endowment that is missing', withVoter({ endowment: '25.00' }), 422, ['/voters/1/endowment']],
  ['a voter twice', { ...SHARES, voters: [VOTERS[0], VOTERS[0]] }, 422, ['/voters/1/id']],
  ['no voters for Equal Shares', { ...SHARES, voters: [] }, 422, ['/voters']],
  [
    'bounds the wrong way round',
    { ...SOUND, constraints: { groups: [{ initiatives: ['a'], atLeast: 2, atMost: 1 }] } },
    422,
    ['/constraints/groups/0'],
  ],
  [
    'demands that cannot all hold',
    { ...SOUND, constraints: { must: ['a', 'b'] } },
    422,
    ['/budget', '/constraints/must/0', '/constraints/must/1'],
  ],
];

describe('POST /v1/selections', () => {
  it('answers', async () => {
    const answer = await post(URL, SOUND);
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({ selected: ['b'], proven: true });
  });

  it.each(REFUSED)('refuses %s', async (_, body, status, pointers) => {
    const answer = await post(URL, body);
    expect(answer.status).toBe(status);
    const { errors } = problemIn(answer);
    expect([...new Set(errors.map(({ pointer }) => pointer))].toSorted()).toEqual(pointers.toSorted());
  });

  it('reads and refuses bodies of 10 MB, whatever they hold', async () => {
    const large = 'x'.repeat(10_000_000);
    const bodies = [
      JSON.stringify({ ...SOUND, method: large }),
      JSON.stringify({ ...SOUND, [large]: 1 }),
      '['.repeat(10_000_000),
      `{"initiatives":${'[{"a":'.repeat(1_000_000)}`,
      JSON.stringify({ ...SOUND, initiatives: Array(2_000_000).fill(null) }),
      large,
      `${JSON.stringify(SOUND).slice(0, -1)},"timeLimitSeconds":${'9'.repeat(10_000_000)}}`,
    ];
    for (const body of bodies) {
      const answer = await post(URL, body);
      expect([400, 413, 422]).toContain(answer.status);
      expect(problemIn(answer).errors.length).toBeLessThanOrEqual(100);
    }
    expect((await post(URL, SOUND)).status).toBe(200);
  });

  it('refuses what is larger than 64 MiB before it is read', async () => {
    expect((await post(URL, ' '.repeat(64 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it('stops work on a request whose sender is gone, and goes on answering', async () => {
    const address = await builtApp.listen({ port: 0, host: '127.0.0.1' });
    const gone = new AbortController();
    const lost = fetch(address + URL, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(slowRequest(300)),
      signal: gone.signal,
    });
    setTimeout(() => gone.abort(), 500);
    await expect(lost).rejects.toThrow();
    // One worker on a machine of two processors: it would answer only after five minutes.
    expect((await post(URL, SOUND)).status).toBe(200);
    expect((await get('/health')).status).toBe(200);
  });
});
