import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../store/clock.ts';
import { openStore } from '../../store/open-store.ts';
import { log } from '../../store/write.ts';
import { get, post, problemIn, scenario } from './built-app.ts';

interface Page {
  readonly items: readonly { readonly seq: number; readonly action: string; readonly target: string }[];
  readonly nextCursor?: string;
}

const page = async (query: string) => (await get(`/v1/audit?${query}`)).json() as Page;

describe('GET /v1/audit', () => {
  it('shows what was done to a thing, and what was refused', async () => {
    const kept = { id: 'audited', title: 'Vores', scenario: scenario() };
    await post('/v1/scenarios', kept);
    await post('/v1/scenarios', kept);
    const { items } = await page('target=scenarios/audited');
    expect(items.map(({ action }) => action)).toEqual(['scenarios.create', 'scenarios.create.refused']);
    const refused = await page('target=scenarios/audited&action=scenarios.create.refused&actor=local');
    expect(refused.items).toMatchObject([{ detail: { codes: ['id_taken'] } }]);
    expect((await page('actor=nobody')).items).toEqual([]);
  });

  it('has pages that meet without a gap', async () => {
    const first = await page('limit=3');
    const second = await page(`limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it.each(['cursor=Zm9v', 'cursor=%25'])('refuses a cursor that is not its own: %s', async (query) => {
    const answer = await get(`/v1/audit?${query}`);
    expect([answer.status, problemIn(answer).errors[0]?.code]).toEqual([400, 'cursor_unknown']);
  });
});

describe('npm run audit:verify', () => {
  const cli = new URL('../../api/operation/audit-verify-cli.ts', import.meta.url).pathname;
  const verify = async (dataDirectory: string, ...more: string[]) => {
    const env = { ...process.env, DATA_DIR: dataDirectory };
    const {
      code = 0,
      stdout,
      stderr,
    } = await promisify(execFile)(process.execPath, [cli, ...more], { env }).catch((failed) => failed);
    return { code, stdout, stderr };
  };

  it('names the end of a whole log, and the first broken entry of another', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'k98-audit-'));
    const store = await openStore({ dataDirectory }, systemClock);
    for (const target of ['a', 'b', 'c'])
      await log(store, { actor: 'ada', action: 'try', target, detail: {} });
    const whole = await verify(dataDirectory);
    expect(whole).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^3 entries, unbroken; .* 3:[0-9a-f]{64}\n$/),
    });
    expect((await verify(dataDirectory, '--noted', `2:${'0'.repeat(64)}`)).stderr).toContain(
      'entry 2 is broken',
    );
    expect((await verify(dataDirectory, '--noted', 'nonsense')).stderr).toContain('--noted takes');

    await sql.raw('DROP TRIGGER audit_entries_no_update').execute(store.database.query);
    await sql.raw("UPDATE audit_entries SET actor = 'bo' WHERE seq = 2").execute(store.database.query);
    const broken = await verify(dataDirectory);
    expect(broken).toMatchObject({
      code: 1,
      stderr: 'entry 2 is broken: its content does not match its hash\n',
    });
    await store.database.close();
    await rm(dataDirectory, { recursive: true });
  });
});
