import { describe, expect, it } from 'vitest';
import { builtApp } from './built-app.ts';

const scenario = { agreement: 'k98-example', years: { from: 2026, to: 2026 }, changes: [] };

async function price(headers: Record<string, string>) {
  const response = await builtApp.inject({
    method: 'POST',
    url: '/v1/price',
    headers,
    payload: { scenario },
  });
  return { status: response.statusCode, code: response.json().errors?.[0].code };
}

describe('a server without access control', () => {
  it('takes everybody for the one local user, who may do everything', async () => {
    const response = await builtApp.inject('/v1/me');
    expect(response.json()).toMatchObject({ subject: 'local', knownBy: 'local' });
    expect(response.json()).not.toHaveProperty('csrfToken');
  });

  it.each(['127.0.0.1:3000', 'localhost', 'LOCALHOST:80', '[::1]:3000', '127.8.8.8'])(
    'answers at this machine itself: %s',
    async (host) => {
      expect((await price({ host })).status).toBe(200);
    },
  );

  it.each(['evil.example', 'evil.example:3000', '127.0.0.1.evil.example', '10.0.0.1', '[::2]:3000', 'a:b:c'])(
    'answers nothing at a name that leads here from elsewhere: "%s"',
    async (host) => {
      expect(await price({ host })).toEqual({ status: 403, code: 'host_foreign' });
      const read = await builtApp.inject({ url: '/v1/scenarios', headers: { host } });
      expect(read.statusCode).toBe(403);
    },
  );

  it.each<[string, Record<string, string>]>([
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page on another port', { origin: 'http://localhost:8080' }],
    ['a page that hides its origin', { origin: 'null' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ])('does nothing for %s', async (_, headers) => {
    expect(await price({ host: 'localhost:3000', ...headers })).toEqual({
      status: 403,
      code: 'origin_foreign',
    });
  });

  it('does what its own page asks', async () => {
    const headers = { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' };
    expect((await price({ host: 'localhost:3000', ...headers })).status).toBe(200);
  });
});
