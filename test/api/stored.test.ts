import { describe, expect, it } from 'vitest';
import { change, codesIn, get, post, problemIn } from './built-app.ts';

const scenario = (changes: object[] = []) => ({
  agreement: 'k98-example',
  years: { from: 2026, to: 2026 },
  basedOn: 'baseline',
  changes,
});
const kept = (id: string, more: object = {}) => ({
  id,
  title: 'Vores budget',
  scenario: scenario(),
  ...more,
});

describe('a kept scenario', () => {
  it('can be priced, built upon and compared by its id', async () => {
    const wages = scenario([{ type: 'set-index', year: 2026, combined: '0.0500' }]);
    expect((await post('/v1/scenarios', { ...kept('wages-five'), scenario: wages })).status).toBe(201);
    const inline = await post('/v1/price', { scenario: wages });
    const byId = await post('/v1/price', { scenarioId: 'wages-five' });
    expect(byId.text).toBe(inline.text);
    const upon = await post('/v1/price', { scenario: { ...scenario(), basedOn: 'wages-five' } });
    expect(upon.text).toBe(inline.text);
    expect((await post('/v1/compare', { baseline: 'baseline', scenarios: ['wages-five'] })).status).toBe(200);
  });

  it('is shared when all that it builds on is', async () => {
    await post('/v1/scenarios', kept('own-base'));
    const upon = { ...scenario(), basedOn: 'own-base' };
    const early = await post('/v1/scenarios', kept('shared-upon', { scenario: upon, shared: true }));
    expect(early.status).toBe(422);
    expect(problemIn(early).errors).toMatchObject([
      { code: 'base_not_shared', pointer: '/scenario/basedOn' },
    ]);
    await change('PUT', '/v1/scenarios/own-base', '"1"', kept('own-base', { shared: true }));
    expect((await post('/v1/scenarios', kept('shared-upon', { scenario: upon, shared: true }))).status).toBe(
      201,
    );
  });

  it('is found by the filters of its list', async () => {
    await post('/v1/scenarios', kept('found'));
    const ids = async (query: string) =>
      ((await get(`/v1/scenarios?limit=200&${query}`)).json() as { items: { id: string }[] }).items.map(
        ({ id }) => id,
      );
    expect(await ids('owner=local')).toContain('found');
    expect(await ids('owner=k98-model')).not.toContain('found');
    expect(await ids('agreement=k98-example&owner=local')).toContain('found');
    expect(await ids('agreement=another-agreement')).toEqual(['test-other-agreement']);
  });

  it('has a history that can be read as of any moment', async () => {
    await post('/v1/scenarios', kept('history'));
    const changed = await change('PUT', '/v1/scenarios/history', '"1"', {
      ...kept('history'),
      title: 'Andet bud',
    });
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
    const versions = (await get('/v1/scenarios/history/versions')).json() as { items: { title: string }[] };
    expect(versions.items.map(({ title }) => title)).toEqual(['Vores budget', 'Andet bud']);
    expect((await get('/v1/scenarios/history?asOf=2020-01-01T00:00:00Z')).status).toBe(404);
  });

  it('is changed only by whoever saw the newest version', async () => {
    await post('/v1/scenarios', kept('raced'));
    const second = await change('PUT', '/v1/scenarios/raced', '"1"', kept('raced', { title: 'Først' }));
    expect(second.status).toBe(200);
    const late = await change('PUT', '/v1/scenarios/raced', '"1"', kept('raced', { title: 'For sent' }));
    expect([late.status, ...codesIn(late)]).toEqual([412, 'version_conflict']);
    expect(problemIn(late)).toMatchObject({ current: { title: 'Først', stored: { version: 2 } } });
    expect(late.headers.etag).toBe('"2"');
    const blind = await change('PUT', '/v1/scenarios/raced', undefined, kept('raced'));
    expect([blind.status, ...codesIn(blind)]).toEqual([428, 'if_match_missing']);
  });

  it('is deleted as a draft, and nothing is found under its id any more', async () => {
    await post('/v1/scenarios', kept('short-lived'));
    expect((await change('DELETE', '/v1/scenarios/short-lived', '"1"')).status).toBe(204);
    expect((await get('/v1/scenarios/short-lived')).status).toBe(404);
    const again = await post('/v1/scenarios', kept('short-lived'));
    expect([again.status, ...codesIn(again)]).toEqual([409, 'id_taken']);
  });

  it('is made once for each idempotency key', async () => {
    const header = { 'idempotency-key': 'one-click' };
    const { id: _, ...nameless } = kept('unused');
    const first = await post('/v1/scenarios', nameless, header);
    const again = await post('/v1/scenarios', nameless, header);
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    const other = await post('/v1/scenarios', { ...nameless, title: 'En anden' }, header);
    expect([other.status, ...codesIn(other)]).toEqual([409, 'idempotency_key_reused']);
  });

  it.each([
    [
      'an unknown base',
      { scenario: { ...scenario(), basedOn: 'nowhere' } },
      'scenario_unknown',
      '/scenario/basedOn',
    ],
    [
      'itself as its base',
      { id: 'ring', scenario: { ...scenario(), basedOn: 'ring' } },
      'scenario_unknown',
      '/scenario/basedOn',
    ],
    [
      'an unknown solution',
      { scenario: scenario([{ type: 'add-solution', solution: 'nix', fromYear: 2026 }]) },
      'solution_unknown',
      '/scenario/changes/0/solution',
    ],
  ])('with %s is refused', async (_, differently, code, pointer) => {
    const answer = await post('/v1/scenarios', { ...kept('refused'), ...differently });
    expect(answer.status).toBe(422);
    expect(problemIn(answer).errors).toMatchObject([{ code, pointer }]);
  });

  it('that is shipped belongs to the program: its id is taken', async () => {
    const answer = await post('/v1/scenarios', kept('baseline'));
    expect([answer.status, ...codesIn(answer)]).toEqual([409, 'id_taken']);
  });
});

describe('a kept initiative', () => {
  const initiative = (differently: object = {}) => ({
    agreement: 'k98-example',
    title: 'Færre login',
    area: 'children-and-schools',
    target: 'aula',
    costs: [{ year: 2027, amount: '400000.00' }],
    priceLevel: 2026,
    ...differently,
  });

  it('is kept with its costs and who it is for', async () => {
    const answer = await post('/v1/initiatives', { id: 'fewer-logins', ...initiative() });
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({ id: 'fewer-logins', ...initiative(), stored: { version: 1 } });
  });

  it.each([
    ['an unknown area', { area: 'space' }, 422, 'area_unknown', '/area'],
    ['an unknown solution', { target: 'nix' }, 422, 'solution_unknown', '/target'],
    ['an unknown agreement', { agreement: 'nix' }, 422, 'agreement_unknown', '/agreement'],
    [
      'a window that ends before it begins',
      { earliestStart: 2028, latestStart: 2027 },
      422,
      'start_window_reversed',
      '/latestStart',
    ],
  ])('of %s is refused', async (_, differently, status, code, pointer) => {
    const answer = await post('/v1/initiatives', initiative(differently));
    expect(answer.status).toBe(status);
    expect(problemIn(answer).errors).toMatchObject([{ code, pointer }]);
  });
});
