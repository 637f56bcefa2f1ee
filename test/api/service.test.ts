import { afterAll, describe, expect, it } from 'vitest';
import { type AppOptions, buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import type { Problem } from '../../api/problem.ts';
import { openLog } from '../../api/service/log.ts';
import { appOptions } from './app-options.ts';
import { post, scenario } from './built-app.ts';

const data = await loadData();
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
});

/** An application of its own, with the lines that it logs. */
async function running(more: Partial<AppOptions> = {}) {
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => lines.push(line) });
  const options = await appOptions((err) => log.error({ err }, 'failure'));
  const app = await buildApp(data, { ...options, log, ...more });
  closing.push(async () => {
    await app.close();
    await options.remove();
  });
  const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { app, store: options.store, logged };
}

describe('the log', () => {
  it('has a line for each answer, with the name that the answer gives the request', async () => {
    const { app, logged } = await running();
    const answer = await app.inject('/v1/scenarios?limit=3');
    expect(logged().at(-1)).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
      reqId: answer.headers['x-request-id'],
      method: 'GET',
      route: '/v1/scenarios',
      status: 200,
      ms: expect.any(Number),
      msg: 'answered',
    });
  });

  it('holds nothing of who asks, what for, or what they send', async () => {
    const { app, logged } = await running();
    const headers = { 'user-agent': 'Adas browser', authorization: 'Bearer adas-secret', cookie: 'a=adas' };
    await app.inject({ url: '/v1/audit?actor=user:ada', headers, remoteAddress: '10.9.8.7' });
    await app.inject({ url: '/v1/scenarios/adas-own?who=ada', headers });
    await app.inject({ url: '/adas/page', headers });
    await app.inject({
      method: 'POST',
      url: '/v1/scenarios',
      headers,
      payload: { id: 'adas', reason: 'ada' },
    });
    expect(logged().filter(({ msg }) => msg === 'answered')).toHaveLength(4);
    expect(JSON.stringify(logged())).not.toMatch(/ada|10\.9\.8\.7/i);
  });

  it('keeps of a failure where it happened, not the rows it was about', async () => {
    const lines: string[] = [];
    const log = openLog('info', { write: (line) => lines.push(line) });
    const failure = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (owner)=(ada)' });
    log.error({ err: failure }, 'failure');
    expect(lines[0]).toContain('service.test.ts');
    expect(lines[0]).toContain('23505');
    expect(lines[0]).not.toContain('ada');
  });

  it.each([
    ['a name that a proxy gave it', 'proxy-1234567', 'proxy-1234567'],
    ['not a name that is no name', 'a\u00e9"}{', expect.stringMatching(/^[0-9a-f-]{36}$/)],
  ])('calls a request by %s', async (_, given, expected) => {
    const { app } = await running();
    const answer = await app.inject({ url: '/health', headers: { 'x-request-id': given } });
    expect(answer.headers['x-request-id']).toEqual(expected);
  });
});

describe('every answer', () => {
  it.each(['/health', '/v1/scenarios', '/docs/', '/nowhere'])(
    '%s lets browsers run only our own scripts',
    async (url) => {
      const { app } = await running();
      const { headers } = await app.inject(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it('at /docs comes without script or style in the page, so that the policy leaves it whole', async () => {
    const { app } = await running();
    const { body } = await app.inject('/docs/');
    expect(body).toContain('swagger-ui-bundle.js');
    expect(body).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=/);
  });
});

describe('GET /ready', () => {
  it('says yes while the database answers, and 503 with a time to come back when it does not', async () => {
    const { app, store, logged } = await running();
    expect((await app.inject('/ready')).json()).toEqual({ status: 'ok' });
    await store.database.query.schema.alterTable('schema_migrations').renameTo('elsewhere').execute();
    await store.database.query.schema.createTable('schema_migrations').addColumn('id', 'text').execute();
    const answer = await app.inject('/ready');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.json<Problem>().errors[0]?.code).toBe('store_not_ready');
    expect((await app.inject('/health')).statusCode).toBe(200);
    expect(logged().map(({ level }) => level)).not.toContain(50);
  });
});

describe('GET /metrics', () => {
  it('counts answers by route and status, and says how the database and the process are', async () => {
    const { app } = await running();
    await app.inject('/v1/scenarios/unknown-one');
    await app.inject('/v1/scenarios/unknown-two');
    const answer = await app.inject('/metrics');
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.body).toContain(
      'k98_http_request_duration_seconds_count{method="GET",route="/v1/scenarios/:id",status="404"} 2',
    );
    expect(answer.body).toMatch(/^k98_store_queries_total [1-9]\d*$/m);
    expect(answer.body).toMatch(/^k98_store_writes 0$/m);
    expect(answer.body).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(answer.body).not.toContain('unknown-one');
  });
});

describe('who sends too many requests', () => {
  const price = async (app: Awaited<ReturnType<typeof running>>['app']) =>
    app.inject({ method: 'POST', url: '/v1/price', payload: { scenario: scenario() } });

  it('is asked to wait (429), and told for how long', async () => {
    const { app } = await running({ requestsPerMinute: 3 });
    for (let sent = 0; sent < 3; sent++) expect((await price(app)).statusCode).toBe(200);
    const refused = await price(app);
    expect([refused.statusCode, refused.json<Problem>().errors[0]?.code]).toEqual([429, 'too_many_requests']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('does not keep whoever watches the server from it', async () => {
    const { app } = await running({ requestsPerMinute: 1 });
    for (let sent = 0; sent < 20; sent++) expect((await app.inject('/ready')).statusCode).toBe(200);
  });

  it('is known by what a trusted proxy says, and by nothing that others say', async () => {
    const { app } = await running({ requestsPerMinute: 1, access: {}, trustedProxies: ['10.0.0.1'] });
    const from = async (remoteAddress: string, client: string) => {
      const headers = { 'x-forwarded-for': client };
      return (await app.inject({ url: '/openapi.json', headers, remoteAddress })).statusCode;
    };
    expect([await from('10.0.0.1', '192.0.2.1'), await from('10.0.0.1', '192.0.2.2')]).toEqual([200, 200]);
    expect([await from('10.0.0.2', '192.0.2.3'), await from('10.0.0.2', '192.0.2.4')]).toEqual([200, 429]);
  });

  it('is nobody where there is no limit', async () => {
    const sent = await Promise.all(
      Array.from({ length: 50 }, () => post('/v1/price', { scenario: scenario() })),
    );
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
