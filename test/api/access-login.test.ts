import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { auditEntries } from '../../store/audit.ts';
import { systemClock } from '../../store/clock.ts';
import { logInAt } from '../access/browser.ts';
import { BROWSER_CLIENT, startProvider } from '../access/provider.ts';
import { appOptions } from './app-options.ts';

const HOME = 'https://k98.example';
const SESSION = '__Host-k98-session';
const LOGIN = '__Host-k98-login';

let hoursLater = 0;
const provider = await startProvider(
  { ada: { roles: ['finance-officer'], municipality: '0101' }, bo: { roles: ['reader'] } },
  `${HOME}/callback`,
);
const access = {
  provider: {
    issuer: provider.issuer,
    claims: { roles: 'roles', municipality: 'municipality', bodies: 'bodies', roleNames: new Map() },
    client: { ...BROWSER_CLIENT, scope: 'openid', publicUrl: new URL(HOME), sessionHours: 8 },
  },
};
const options = await appOptions(console.error, () => systemClock().add({ hours: hoursLater }));
const app = await buildApp(await loadData(), { ...options, access });
afterAll(async () => {
  await app.close();
  await options.remove();
  await provider.stop();
});

/** Sends a request of the browser with what it holds. */
async function send(url: string, cookies: Record<string, string>, more: object = {}) {
  const response = await app.inject({ url, cookies, ...more });
  const set = Object.fromEntries(response.cookies.map((cookie) => [cookie.name, cookie]));
  return {
    status: response.statusCode,
    headers: response.headers,
    set,
    body: response.body === '' ? undefined : JSON.parse(response.body),
  };
}

/** A whole login: to the provider, back again, and the session that the browser then holds. */
async function logIn(person: string, returnTo = '') {
  const began = await send(`/login${returnTo}`, {});
  const browser = { [LOGIN]: began.set[LOGIN]?.value ?? '' };
  const back = await logInAt(String(began.headers.location), person, HOME);
  const callback = `${back.pathname}${back.search}`;
  const done = await send(callback, browser);
  const session = { [SESSION]: done.set[SESSION]?.value ?? '' };
  return { began, browser, callback, done, session };
}

async function csrfToken(session: Record<string, string>): Promise<string> {
  return (await send('/v1/me', session)).body.csrfToken;
}

const priceAs = (session: Record<string, string>, headers: Record<string, string>) =>
  send('/v1/price', session, {
    method: 'POST',
    headers,
    payload: { scenario: { agreement: 'k98-example', years: { from: 2026, to: 2026 }, changes: [] } },
  });

const code = ({ body }: { body: { errors: { code: string }[] } }) => body.errors[0]?.code;

let ada: Awaited<ReturnType<typeof logIn>>;
beforeAll(async () => {
  ada = await logIn('ada', '?returnTo=/docs/');
});

describe('logging in with a browser', () => {
  it('leads to the provider with PKCE, and back to the page one came from', async () => {
    expect(ada.began.status).toBe(303);
    const address = new URL(String(ada.began.headers.location));
    expect(address.origin).toBe(provider.issuer.origin);
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    expect([ada.done.status, ada.done.headers.location]).toEqual([303, '/docs/']);
  });

  it('gives a cookie that no script, no other site and no unencrypted connection gets at', () => {
    for (const cookie of [ada.began.set[LOGIN], ada.done.set[SESSION]])
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
    expect(ada.done.set[LOGIN]).toMatchObject({ value: '' });
  });

  it('says who is logged in, by what the provider said', async () => {
    const { body } = await send('/v1/me', ada.session);
    expect(body).toMatchObject({
      subject: 'user:ada',
      knownBy: 'session',
      roles: ['finance-officer'],
      municipality: '0101',
    });
  });

  it('is in the audit log', async () => {
    const entries = await auditEntries(options.store.database.query, 0n, 200);
    expect(entries).toContainEqual(expect.objectContaining({ actor: 'user:ada', action: 'login' }));
  });

  it.each(['//evil.example/', 'https://evil.example/', '/\\evil.example', 'http://[', ''])(
    'never leads to another site: returnTo=%s',
    async (returnTo) => {
      const { done } = await logIn('bo', `?returnTo=${encodeURIComponent(returnTo)}`);
      expect(new URL(String(done.headers.location), HOME).origin).toBe(HOME);
    },
  );

  it('is used up by coming back once', async () => {
    const again = await send(ada.callback, ada.browser);
    expect([again.status, code(again), again.set[SESSION]]).toEqual([403, 'login_unknown', undefined]);
  });

  it('does not come back to another browser, nor with a state that was made up', async () => {
    const began = await send('/login', {});
    const back = await logInAt(String(began.headers.location), 'bo', HOME);
    const stolen = await send(`${back.pathname}${back.search}`, { [LOGIN]: ada.browser[LOGIN] ?? '' });
    expect([stolen.status, code(stolen)]).toEqual([403, 'login_unknown']);
    const browser = { [LOGIN]: began.set[LOGIN]?.value ?? '' };
    const forged = await send('/callback?code=anything&state=made-up', browser);
    expect([forged.status, code(forged)]).toEqual([403, 'login_unknown']);
  });

  it('fails where the provider does not know the code', async () => {
    const began = await send('/login', {});
    const browser = { [LOGIN]: began.set[LOGIN]?.value ?? '' };
    const state = new URL(String(began.headers.location)).searchParams.get('state');
    const failed = await send(`/callback?code=anything&state=${state}`, browser);
    expect([failed.status, code(failed), failed.set[SESSION]]).toEqual([401, 'login_failed', undefined]);
  });
});

describe('a session', () => {
  it('reads without more, and changes only with its own token from its own origin', async () => {
    const token = await csrfToken(ada.session);
    expect((await send('/v1/agreements', ada.session)).status).toBe(200);
    expect((await priceAs(ada.session, { 'x-csrf-token': token, origin: HOME })).status).toBe(200);
    expect((await priceAs(ada.session, { 'x-csrf-token': token })).status).toBe(200);
  });

  it.each([
    ['without the token', async () => ({}), 'csrf_token_wrong'],
    ['with a token that was made up', async () => ({ 'x-csrf-token': 'a'.repeat(43) }), 'csrf_token_wrong'],
    [
      'with the token of another session, replayed',
      async () => ({ 'x-csrf-token': await csrfToken((await logIn('ada')).session) }),
      'csrf_token_wrong',
    ],
    [
      'from another origin, though with the token',
      async () => ({ 'x-csrf-token': await csrfToken(ada.session), origin: 'https://evil.example' }),
      'origin_foreign',
    ],
    [
      'from a page that hides its origin',
      async () => ({ 'x-csrf-token': await csrfToken(ada.session), origin: 'null' }),
      'origin_foreign',
    ],
    [
      'from another site, as the browser says',
      async () => ({ 'x-csrf-token': await csrfToken(ada.session), 'sec-fetch-site': 'cross-site' }),
      'origin_foreign',
    ],
  ])('changes nothing %s', async (_, headers, refusal) => {
    const answer = await priceAs(ada.session, await headers());
    expect([answer.status, code(answer)]).toEqual([403, refusal]);
  });

  it('is over after the logout: neither it nor its token is worth anything', async () => {
    const { session } = await logIn('bo');
    const token = await csrfToken(session);
    const out = await send('/logout', session, { method: 'POST', headers: { 'x-csrf-token': token } });
    expect(out.status).toBe(200);
    expect(new URL(out.body.location).origin).toBe(provider.issuer.origin);
    expect(out.set[SESSION]).toMatchObject({ value: '' });
    const after = await priceAs(session, { 'x-csrf-token': token });
    expect([after.status, code(after)]).toEqual([401, 'session_over']);
  });

  it('cannot be ended by another site', async () => {
    const out = await send('/logout', ada.session, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([out.status, code(out)]).toEqual([403, 'origin_foreign']);
    expect((await send('/v1/me', ada.session)).status).toBe(200);
  });

  it('is over after its hours', async () => {
    const { session } = await logIn('bo');
    hoursLater = 9;
    const late = await send('/v1/me', session);
    hoursLater = 0;
    expect([late.status, code(late)]).toEqual([401, 'session_over']);
  });
});
