import { describe, expect, it } from 'vitest';
import { guardedApp } from './guarded-app.ts';

const { app, token } = await guardedApp({
  officer: { roles: ['finance-officer'], municipality: '0101' },
  colleague: { roles: ['finance-officer'], municipality: '0101' },
  neighbour: { roles: ['finance-officer'], municipality: '0147' },
  auditor: { roles: ['auditor'] },
});

const content = (differently: object = {}) => ({
  title: 'Københavns bud',
  scenario: { agreement: 'k98-example', years: { from: 2026, to: 2026 }, changes: [] },
  ...differently,
});

async function send(
  person: string,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  seen?: number,
) {
  const response = await app.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${await token(person)}`,
      ...(seen !== undefined && { 'if-match': `"${seen}"` }),
    },
    ...(payload && { payload }),
  });
  return { status: response.statusCode, json: response.statusCode === 204 ? undefined : response.json() };
}

const titlesOf = ({ json }: { json: { items: { title: string }[] } }) => json.items.map(({ title }) => title);

describe("a municipality's scenario", () => {
  it('is its own until it is shared, and what it was before stays its own', async () => {
    const path = '/v1/scenarios/our-budget';
    const made = await send('officer', 'POST', '/v1/scenarios', { id: 'our-budget', ...content() });
    expect(made.json.stored).toMatchObject({ owner: 'user:officer', unit: '0101' });
    expect((await send('colleague', 'GET', path)).status).toBe(200);
    expect((await send('neighbour', 'GET', path)).status).toBe(404);
    const price = await send('neighbour', 'POST', '/v1/price', { scenarioId: 'our-budget' });
    expect([price.status, price.json.errors[0].code]).toEqual([422, 'scenario_unknown']);

    const shared = content({ title: 'Københavns forslag', shared: true });
    expect((await send('colleague', 'PUT', path, shared, 1)).status).toBe(200);
    expect((await send('neighbour', 'GET', path)).json.title).toBe('Københavns forslag');
    expect((await send('neighbour', 'POST', '/v1/price', { scenarioId: 'our-budget' })).status).toBe(200);
    const first = made.json.stored.at;
    expect((await send('neighbour', 'GET', `${path}?asOf=${first}`)).status).toBe(404);
    expect(titlesOf(await send('neighbour', 'GET', `${path}/versions`))).toEqual(['Københavns forslag']);
    expect(titlesOf(await send('auditor', 'GET', `${path}/versions`))).toHaveLength(2);

    expect((await send('colleague', 'PUT', path, content(), 2)).status).toBe(200);
    expect((await send('neighbour', 'GET', path)).status).toBe(404);
  });

  it('is changed and deleted by its own people only', async () => {
    const path = '/v1/scenarios/shared-budget';
    await send('officer', 'POST', '/v1/scenarios', { id: 'shared-budget', ...content({ shared: true }) });
    expect((await send('neighbour', 'PUT', path, content(), 1)).status).toBe(403);
    expect((await send('neighbour', 'DELETE', path, undefined, 1)).status).toBe(403);
    expect((await send('auditor', 'DELETE', path, undefined, 1)).status).toBe(403);
    expect((await send('colleague', 'DELETE', path, undefined, 1)).status).toBe(204);
  });
});
