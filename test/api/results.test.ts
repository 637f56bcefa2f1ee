import { expect, it } from 'vitest';
import { hashOf } from '../../src/result-hash.ts';
import { checkAudit } from '../../store/audit-check.ts';
import { governedApp } from '../governance/governed-app.ts';
import { clientOf, initiative } from '../governance/proposals-over-http.ts';
import { describeOnEachEngine } from '../store/engines.ts';

describeOnEachEngine('a kept result', (engine) => {
  const governed = governedApp(engine);
  const client = () => clientOf(governed().app);
  const scenario = {
    agreement: 'k98-example',
    years: { from: 2026, to: 2027 },
    changes: [{ type: 'set-reserved-share', solution: 'ky', share: '0.4' }],
  };
  const price = (body: object) => governed().app.inject({ method: 'POST', url: '/v1/price', payload: body });
  const again = (hash: string) => governed().app.inject({ method: 'GET', url: `/v1/results/${hash}` });
  const publishVintage = async (vintage: string) => {
    const { json } = await client().send<{ items: { entries: { year: number }[] }[] }>(
      'GET',
      '/v1/index-vintages',
    );
    const entries = json.items.at(-1)?.entries.map((entry) => ({ ...entry, combined: '0.0800' }));
    return client().send('POST', '/v1/index-vintages', { agreement: 'k98-example', vintage, entries });
  };

  it('gives the same bytes when the agreement has been corrected and the scenario changed and deleted', async () => {
    const kept = await client().send<{ stored: { result: string } }>('POST', '/v1/scenarios', {
      id: 'kept-result',
      title: 'Budget',
      scenario,
    });
    const { result } = kept.json.stored;
    const before = await price({ scenarioId: 'kept-result' });
    expect(before.json().hash).toBe(result);
    await client().send(
      'PUT',
      '/v1/scenarios/kept-result',
      { title: 'Andet', scenario: { ...scenario, changes: [] } },
      1,
    );
    expect((await publishVintage('2026-11-01')).status).toBe(201);
    expect((await price({ scenario })).body).not.toBe(before.body);
    expect((await again(result)).body).toBe(before.body);
    await governed().app.inject({
      method: 'DELETE',
      url: '/v1/scenarios/kept-result',
      headers: { 'if-match': '"2"' },
    });
    expect((await again(result)).body).toBe(before.body);
  });

  it('is kept at wish, once for each hash, and the log says by whom', async () => {
    const before = await price({ scenario });
    const kept = await client().send<{ hash: string }>('POST', '/v1/results', { scenario });
    expect(kept).toEqual({ status: 201, json: { hash: before.json().hash } });
    await client().send('POST', '/v1/results', { scenario });
    await publishVintage('2026-11-02');
    expect((await again(kept.json.hash)).body).toBe(before.body);
    const rows = await governed().store.database.query.selectFrom('contents').selectAll().execute();
    expect(rows.map(({ body }) => hashOf(JSON.parse(body)))).toEqual(rows.map(({ hash }) => hash));
    expect(await checkAudit(governed().store.database.query)).toHaveProperty('end');
  });

  it('is kept with a decision: what the pool was when the board decided', async () => {
    await client().recommended('decided', [initiative('decided', '1000.00')]);
    await client().act('decided', 3, { action: 'approve', body: 'board' });
    const decision = await client().send<{ stored: { result: string } }>('GET', '/v1/decisions/decided');
    const atDecision = await again(decision.json.stored.result);
    await publishVintage('2026-11-03');
    expect(atDecision.statusCode).toBe(200);
    expect((await again(decision.json.stored.result)).body).toBe(atDecision.body);
  });

  it('of a hash that nobody kept is not found', async () => {
    const answer = await again('0'.repeat(64));
    expect([answer.statusCode, answer.json().errors[0].code]).toEqual([404, 'result_not_kept']);
  });
});
