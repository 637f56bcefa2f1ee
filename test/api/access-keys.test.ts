import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { makeKey } from '../../api/access/make-key.ts';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { auditEntries } from '../../store/audit.ts';
import { systemClock } from '../../store/clock.ts';
import { openStore } from '../../store/open-store.ts';
import { appOptions } from './app-options.ts';

let daysLater = 0;
const options = await appOptions(console.error, () => systemClock().add({ hours: 24 * daysLater }));
const app = await buildApp(await loadData(), { ...options, access: {} });
afterAll(async () => {
  await app.close();
  await options.remove();
});

const OPERATOR = 'k98_the-first-key';
await makeKey(options.store, 'command-line', OPERATOR, {
  label: 'Drift',
  offices: { roles: ['operator'], bodies: [] },
  days: 300,
});

async function send(method: 'GET' | 'POST' | 'DELETE', url: string, key: string, payload?: object) {
  const headers = { authorization: `Bearer ${key}` };
  const response = await app.inject({ method, url, headers, ...(payload && { payload }) });
  const body = response.body === '' ? undefined : response.json();
  return { status: response.statusCode, body, code: body?.errors?.[0].code };
}

const budget = { label: 'Budgetsystem', roles: ['finance-officer'], municipality: '0101' };

describe('a key', () => {
  it('opens what its offices open, and is shown only when it is made', async () => {
    const made = await send('POST', '/v1/api-keys', OPERATOR, budget);
    expect(made).toMatchObject({ status: 201, body: { ...budget, key: expect.stringMatching(/^k98_/) } });
    const { body } = await send('GET', '/v1/me', made.body.key);
    expect(body).toMatchObject({
      subject: `key:${made.body.id}`,
      knownBy: 'key',
      roles: ['finance-officer'],
    });
    expect((await send('GET', '/v1/api-keys', made.body.key)).status).toBe(403);
    const listed = await send('GET', '/v1/api-keys', OPERATOR);
    expect(listed.body.items).toContainEqual(
      expect.objectContaining({ id: made.body.id, label: 'Budgetsystem' }),
    );
    expect(JSON.stringify(listed.body)).not.toContain(made.body.key);
  });

  it('opens nothing after it is revoked, or after its last day', async () => {
    const [revoked, old] = [
      (await send('POST', '/v1/api-keys', OPERATOR, budget)).body,
      (await send('POST', '/v1/api-keys', OPERATOR, { ...budget, days: 1 })).body,
    ];
    expect((await send('DELETE', `/v1/api-keys/${revoked.id}`, OPERATOR)).status).toBe(204);
    expect(await send('GET', '/v1/me', revoked.key)).toMatchObject({ status: 401, code: 'key_invalid' });
    expect((await send('GET', '/v1/me', old.key)).status).toBe(200);
    daysLater = 1;
    const late = await send('GET', '/v1/me', old.key);
    daysLater = 0;
    expect(late).toMatchObject({ status: 401, code: 'key_invalid' });
    const actions = (await auditEntries(options.store.database.query, 0n, 200)).map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['api-keys.create', 'api-keys.revoke', 'request.refused']),
    );
  });

  it('that nobody made opens nothing', async () => {
    expect(await send('GET', '/v1/me', 'k98_made-up')).toMatchObject({ status: 401, code: 'key_invalid' });
    expect(await send('DELETE', '/v1/api-keys/unknown', OPERATOR)).toMatchObject({
      status: 404,
      code: 'not_found',
    });
  });

  it.each([
    ['an office that only people hold', { ...budget, roles: ['board-member'] }, 'value_not_allowed'],
    ['no office', { ...budget, roles: [] }, 'list_empty'],
    ['the office of a municipality without one', { label: 'x', roles: ['finance-officer'] }, 'field_missing'],
    ['no end in sight', { ...budget, days: 4000 }, 'number_too_large'],
  ])('is not made with %s', async (_, wanted, code) => {
    expect(await send('POST', '/v1/api-keys', OPERATOR, wanted)).toMatchObject({ status: 400, code });
  });

  it('has pages', async () => {
    const first = await send('GET', '/v1/api-keys?limit=1', OPERATOR);
    const second = await send('GET', `/v1/api-keys?limit=1&cursor=${first.body.nextCursor}`, OPERATOR);
    const [a, b] = [first.body.items[0].id, second.body.items[0].id];
    expect(a < b).toBe(true);
  });
});

describe('npm run make-key', () => {
  const run = promisify(execFile);
  const cli = new URL('../../api/operation/make-key-cli.ts', import.meta.url).pathname;

  it('makes the first key, or says what is missing', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'k98-key-'));
    const env = { ...process.env, DATA_DIR: dataDirectory };
    const { stdout } = await run(process.execPath, [cli, '--label', 'Drift', '--role', 'operator'], { env });
    expect(stdout).toMatch(/^k98_[\w-]{43}\n$/);
    const { database } = await openStore({ dataDirectory }, systemClock);
    const kept = await database.query.selectFrom('api_keys').select(['label', 'created_by']).execute();
    expect(kept).toEqual([{ label: 'Drift', created_by: 'command-line' }]);
    await database.close();
    const failed = await run(process.execPath, [cli, '--label', 'Drift'], { env }).catch((error) => error);
    expect([failed.code, failed.stderr]).toEqual([1, expect.stringContaining('--roles:')]);
    await rm(dataDirectory, { recursive: true });
  });
});
