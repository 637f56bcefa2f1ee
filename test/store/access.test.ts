import { expect, it } from 'vitest';
import { accepted } from '../../src/refusal.ts';
import { apiKeyId, holderOf, keepApiKey, listApiKeys, revokeApiKey } from '../../store/api-keys.ts';
import { auditEntries } from '../../store/audit.ts';
import { rememberLogin, takeLogin } from '../../store/logins.ts';
import { newSecret } from '../../store/secret.ts';
import { beginSession, endSession, sessionOf } from '../../store/sessions.ts';
import { type Store, write } from '../../store/write.ts';
import { describeOnEachEngine, openTestStore } from './engines.ts';

const officer = {
  subject: 'user:ada',
  roles: ['finance-officer'],
  municipality: '0101',
  bodies: [],
} as const;
const { subject: _, ...offices } = officer;
const LATER = '2027-01-01T00:00:00.000Z';
const EARLIER = '2025-01-01T00:00:00.000Z';

function makeKey(store: Store, secret: string, expiresAt = LATER) {
  const act = {
    actor: 'user:op',
    action: 'api-keys.create',
    target: `api-keys/${apiKeyId(secret)}`,
    detail: {},
  };
  return write(store, act, async (under) =>
    accepted({ value: await keepApiKey(under, { secret, label: 'Budget', expiresAt, offices }) }),
  );
}

function revoke(store: Store, id: string) {
  const act = { actor: 'user:op', action: 'api-keys.revoke', target: `api-keys/${id}`, detail: {} };
  return write(store, act, (under) => revokeApiKey(under, id));
}

describeOnEachEngine('what access control keeps', (engine) => {
  const open = async () => openTestStore(await engine().newLocation());

  it('knows the holder of a key by its secret, and keeps no secret', async () => {
    const store = await open();
    const secret = newSecret();
    await makeKey(store, secret);
    const id = apiKeyId(secret);
    expect(await holderOf(store, secret)).toEqual({ ...officer, subject: `key:${id}` });
    expect(await holderOf(store, newSecret())).toBeUndefined();
    const kept = await store.database.query.selectFrom('api_keys').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(secret);
    await store.database.close();
  });

  it('knows no holder of a key that has expired or been revoked', async () => {
    const store = await open();
    const [expired, revoked] = [newSecret(), newSecret()];
    await makeKey(store, expired, EARLIER);
    await makeKey(store, revoked);
    expect((await revoke(store, apiKeyId(revoked))).ok).toBe(true);
    expect([await holderOf(store, expired), await holderOf(store, revoked)]).toEqual([undefined, undefined]);
    const listed = await listApiKeys(store.database.query, { limit: 10 });
    expect(listed.map(({ id }) => id)).toEqual([expired, revoked].map(apiKeyId).toSorted());
    expect(listed.find(({ id }) => id === apiKeyId(revoked))).toMatchObject({ revokedBy: 'user:op' });
    await store.database.close();
  });

  it('revokes once, and says so when there is no such key', async () => {
    const store = await open();
    const secret = newSecret();
    await makeKey(store, secret);
    await revoke(store, apiKeyId(secret));
    await revoke(store, apiKeyId(secret));
    expect(await revoke(store, 'nothing')).toMatchObject({ ok: false, refusals: [{ code: 'not_found' }] });
    const actions = (await auditEntries(store.database.query, 0n, 10)).map(({ action }) => action);
    expect(actions).toEqual(['api-keys.create', 'api-keys.revoke', 'api-keys.revoke.refused']);
    await store.database.close();
  });

  it('lets a session last until its end or its logout, and logs both', async () => {
    const store = await open();
    const [token, over] = [newSecret(), newSecret()];
    await beginSession(store, officer, over, EARLIER);
    await beginSession(store, officer, token, LATER);
    expect([await sessionOf(store, token), await sessionOf(store, over)]).toEqual([officer, undefined]);
    await endSession(store, officer, token);
    expect(await sessionOf(store, token)).toBeUndefined();
    expect(await store.database.query.selectFrom('sessions').selectAll().execute()).toEqual([]);
    const entries = await auditEntries(store.database.query, 0n, 10);
    expect(entries.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'user:ada login',
      'user:ada login',
      'user:ada logout',
    ]);
    await store.database.close();
  });

  it('brings a login back once, and only to the browser that began it', async () => {
    const store = await open();
    const login = { codeVerifier: 'v', nonce: 'n', returnTo: '/docs' };
    const secrets = { state: newSecret(), browser: newSecret() };
    await rememberLogin(store, secrets, login);
    expect(await takeLogin(store, { ...secrets, browser: newSecret() })).toBeUndefined();
    expect(await takeLogin(store, secrets)).toEqual(login);
    expect(await takeLogin(store, secrets)).toBeUndefined();
    await store.database.close();
  });
});
