import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { accepted } from '../../src/refusal.ts';
import { auditEntries } from '../../store/audit.ts';
import { systemClock } from '../../store/clock.ts';
import { createResource } from '../../store/resources.ts';
import { write } from '../../store/write.ts';
import { forgedTokens } from '../access/forged-tokens.ts';
import { AUDIENCE, startProvider } from '../access/provider.ts';
import { appOptions } from './app-options.ts';

const provider = await startProvider({
  ada: { roles: ['finance-officer', 'chess'], municipality: '0101' },
  otto: { roles: 'operator' },
});
const CLAIMS = { roles: 'roles', municipality: 'municipality', bodies: 'bodies', roleNames: new Map() };
const access = { provider: { issuer: provider.issuer, audience: AUDIENCE, claims: CLAIMS } };
const data = await loadData();
const options = await appOptions(console.error, systemClock);
const app = await buildApp(data, { ...options, access });
const forged = await forgedTokens(provider, 'otto');
afterAll(async () => {
  await app.close();
  await options.remove();
  await provider.stop();
});

async function me(authorization: string | undefined, of = app) {
  const headers = authorization === undefined ? {} : { authorization };
  const response = await of.inject({ url: '/v1/me', headers });
  const body = response.json();
  const codes = (body.errors ?? []).map(({ code }: { code: string }) => code);
  return { status: response.statusCode, headers: response.headers, body, codes };
}

describe('a token of the identity provider', () => {
  it('says who asks, with the offices of ours among the claims', async () => {
    const { status, body } = await me(`Bearer ${await provider.token('ada')}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      subject: 'user:ada',
      knownBy: 'token',
      roles: ['finance-officer'],
      municipality: '0101',
      bodies: [],
    });
    expect(body.rights).toContain('scenario.write');
    expect(body.rights).not.toContain('key.manage');
  });

  it('opens what its holder has a right to, and nothing else', async () => {
    const price = { scenario: { agreement: 'k98-example', years: { from: 2026, to: 2026 }, changes: [] } };
    const headers = { authorization: `Bearer ${await provider.token('ada')}` };
    const priced = await app.inject({ method: 'POST', url: '/v1/price', headers, payload: price });
    expect(priced.statusCode).toBe(200);
    const keys = await app.inject({ url: '/v1/api-keys', headers });
    expect([keys.statusCode, keys.json().errors[0].code]).toEqual([403, 'right_missing']);
    const last = (await auditEntries(options.store.database.query, 0n, 200)).at(-1);
    expect(last).toMatchObject({
      actor: 'user:ada',
      action: 'request.refused',
      target: 'GET /v1/api-keys',
      detail: { codes: ['right_missing'] },
    });
  });

  it('is shown nothing of what belongs to others, and the log knows that it asked', async () => {
    const act = { actor: 'user:bo', action: 'scenarios.create', target: 'scenarios/theirs', detail: {} };
    const theirs = { kind: 'scenarios', id: 'theirs', owner: 'user:bo', unit: '0147' };
    await write(options.store, act, async (under) => {
      const version = { body: {}, state: 'draft', action: 'create', reason: '' };
      await createResource(under, theirs, version);
      return accepted({ value: undefined });
    });
    const headers = { authorization: `Bearer ${await provider.token('ada')}` };
    expect((await app.inject({ url: '/v1/scenarios/theirs', headers })).statusCode).toBe(404);
    expect((await app.inject({ url: '/v1/scenarios/not-there', headers })).statusCode).toBe(404);
    const last = (await auditEntries(options.store.database.query, 0n, 200)).at(-1);
    expect(last).toMatchObject({ target: 'GET /v1/scenarios/theirs', detail: { codes: ['not_shown'] } });
  });

  it('is asked for, where a request shows none', async () => {
    const { status, headers, codes } = await me(undefined);
    expect([status, codes, headers['www-authenticate']]).toEqual([401, ['identity_unknown'], 'Bearer']);
  });

  it('is not taken after its end', async () => {
    const tomorrow = () => systemClock().add({ hours: 24 });
    const late = await appOptions(console.error, tomorrow);
    const lateApp = await buildApp(data, { ...late, access });
    const { status, codes } = await me(`Bearer ${await provider.token('ada')}`, lateApp);
    expect([status, codes]).toEqual([401, ['token_expired']]);
    await lateApp.close();
    await late.remove();
  });

  it.each(forged)('%s is refused', async (_, token) => {
    const { status, codes, headers } = await me(`Bearer ${token}`);
    expect([status, codes]).toEqual([401, ['token_invalid']]);
    expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    const last = (await auditEntries(options.store.database.query, 0n, 200)).at(-1);
    expect(last).toMatchObject({ actor: 'unknown', detail: { codes: ['token_invalid'] } });
  });

  it('is not taken as a password', async () => {
    const { status, codes } = await me(`Basic ${await provider.token('ada')}`);
    expect([status, codes]).toEqual([401, ['token_invalid']]);
  });

  it('is worth a second try while the provider does not answer', async () => {
    const gone = await startProvider({});
    await gone.stop();
    const alone = await appOptions(console.error, systemClock);
    const lonely = { provider: { ...access.provider, issuer: gone.issuer } };
    const lonelyApp = await buildApp(data, { ...alone, access: lonely });
    const { status, codes, headers } = await me(`Bearer ${await provider.token('ada')}`, lonelyApp);
    expect([status, codes, headers['retry-after']]).toEqual([503, ['provider_unreachable'], '5']);
    await lonelyApp.close();
    await alone.remove();
  });
});
