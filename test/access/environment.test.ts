import { describe, expect, it } from 'vitest';
import { serverSettings } from '../../api/environment.ts';

const OIDC = { OIDC_ISSUER: 'https://idp.example', OIDC_AUDIENCE: 'k98' };
const LOGIN = { ...OIDC, OIDC_CLIENT_ID: 'k98', PUBLIC_URL: 'https://k98.example' };

describe('the environment', () => {
  it('may be empty: this machine only, data under ./var, nobody asked who they are', () => {
    expect(serverSettings({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      location: { dataDirectory: './var' },
      access: undefined,
      logLevel: 'info',
      requestsPerMinute: undefined,
      trustedProxies: [],
      sweepThreads: undefined,
    });
  });

  it('limits requests where there is more than one user, unless it says otherwise', () => {
    expect(serverSettings({ API_KEYS: 'on' }).requestsPerMinute).toBe(1200);
    expect(serverSettings({ API_KEYS: 'on', RATE_LIMIT: 'off' }).requestsPerMinute).toBeUndefined();
    expect(serverSettings({ RATE_LIMIT: '60' }).requestsPerMinute).toBe(60);
  });

  it('names the proxies that are believed', () => {
    const { trustedProxies } = serverSettings({ TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16,fd00::/8' });
    expect(trustedProxies).toEqual(['10.0.0.5', '10.1.0.0/16', 'fd00::/8']);
  });

  it('says in how many threads sweeps are computed', () => {
    const threads = ['0', '4'].map((SWEEP_THREADS) => serverSettings({ SWEEP_THREADS }).sweepThreads);
    expect(threads).toEqual([0, 4]);
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(serverSettings({ HOST: '', OIDC_ISSUER: '', PORT: '' })).toEqual(serverSettings({}));
  });

  it('asks for keys where it says so, and then others may reach the server', () => {
    expect(serverSettings({ API_KEYS: 'on', HOST: '0.0.0.0' }).access).toEqual({});
  });

  it('describes the provider, with the usual names of claims', () => {
    expect(
      serverSettings({ ...LOGIN, OIDC_ROLE_NAMES: 'drift=operator, revision = auditor' }).access,
    ).toEqual({
      provider: {
        issuer: new URL('https://idp.example'),
        audience: 'k98',
        claims: {
          roles: 'roles',
          roleNames: new Map([
            ['drift', 'operator'],
            ['revision', 'auditor'],
          ]),
          municipality: 'municipality',
          bodies: 'bodies',
        },
        client: { id: 'k98', scope: 'openid', publicUrl: new URL('https://k98.example'), sessionHours: 8 },
      },
    });
  });

  it.each<[string, Record<string, string>, string]>([
    ['a host that others can reach, without access control', { HOST: '0.0.0.0' }, 'HOST'],
    ['a name that only looks like this machine', { HOST: '127.0.0.1.example' }, 'HOST'],
    ['a provider spoken to in the clear', { ...OIDC, OIDC_ISSUER: 'http://idp.example' }, 'https://'],
    ['a provider without saying what for', { OIDC_ISSUER: 'https://idp.example' }, 'OIDC_AUDIENCE'],
    ['an audience without a provider', { OIDC_AUDIENCE: 'k98' }, 'OIDC_ISSUER'],
    ['logins without an address to come back to', { ...OIDC, OIDC_CLIENT_ID: 'k98' }, 'PUBLIC_URL'],
    ['an address with a path', { ...LOGIN, PUBLIC_URL: 'https://k98.example/app' }, 'PUBLIC_URL'],
    ['an office that there is not', { ...LOGIN, OIDC_ROLE_NAMES: 'boss=king' }, 'OIDC_ROLE_NAMES'],
    ['a limit that lets nobody in', { RATE_LIMIT: '0' }, 'RATE_LIMIT'],
    ['a proxy that is no address', { TRUSTED_PROXIES: 'everybody' }, 'TRUSTED_PROXIES'],
    ['a number of threads that is none', { SWEEP_THREADS: 'many' }, 'SWEEP_THREADS'],
    ['a log of no known level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    ['a session without an end', { ...LOGIN, SESSION_HOURS: '0' }, 'SESSION_HOURS'],
  ])('is refused with %s', (_, environment, named) => {
    expect(() => serverSettings(environment)).toThrow(named);
  });
});
