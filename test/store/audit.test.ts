import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { accepted, refused } from '../../src/refusal.ts';
import { auditEntries } from '../../store/audit.ts';
import { checkAudit } from '../../store/audit-check.ts';
import { log, type Store, write } from '../../store/write.ts';
import { describeOnEachEngine, openTestStore } from './engines.ts';

const act = { actor: 'local', action: 'scenario.create', target: 'scenarios/a', detail: { reason: 'a try' } };

async function logThree(store: Store): Promise<void> {
  for (const target of ['scenarios/a', 'scenarios/b', 'scenarios/c']) await log(store, { ...act, target });
}

/** What an intruder with the database's own rights could do: the engine's triggers are taken away first. */
async function tamper(store: Store, statement: string): Promise<void> {
  for (const event of ['update', 'delete']) {
    const on = store.database.engine === 'postgres' ? ' ON audit_entries' : '';
    await sql.raw(`DROP TRIGGER audit_entries_no_${event}${on}`).execute(store.database.query);
  }
  await sql.raw(statement).execute(store.database.query);
}

describeOnEachEngine('the audit log', (engine) => {
  const open = async () => openTestStore(await engine().newLocation());

  it('numbers entries without gaps and dates them in order', async () => {
    const store = await open();
    await logThree(store);
    const entries = await auditEntries(store.database.query, 0n, 10);
    expect(entries.map(({ seq }) => seq)).toEqual([1n, 2n, 3n]);
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
    expect(await checkAudit(store.database.query)).toHaveProperty('end');
    await store.database.close();
  });

  it('never goes back in time when a clock does', async () => {
    const { database } = await open();
    const times = ['2026-05-01T12:00:00Z', '2026-05-01T11:00:00Z'];
    for (const time of times) await log({ database, clock: () => Temporal.Instant.from(time) }, act);
    const entries = await auditEntries(database.query, 0n, 10);
    expect(entries.map(({ at }) => at)).toEqual(['2026-05-01T12:00:00.000Z', '2026-05-01T12:00:00.000Z']);
    await database.close();
  });

  it('keeps a refused write out and its reason in', async () => {
    const store = await open();
    const none = { da: '', en: '' };
    const result = await write(store, act, async ({ transaction }) => {
      await transaction
        .insertInto('resources')
        .values({
          kind: 'scenarios',
          id: 'a',
          version: 1n,
          state: 'draft',
          owner: 'local',
          unit: null,
          deleted: 0n,
        })
        .execute();
      return refused({ code: 'pool_overspent', path: [], message: none, remedy: none });
    });
    expect(result.ok).toBe(false);
    expect(await store.database.query.selectFrom('resources').selectAll().execute()).toEqual([]);
    const entries = await auditEntries(store.database.query, 0n, 10);
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['scenario.create.refused', { reason: 'a try', codes: ['pool_overspent'] }],
    ]);
    await store.database.close();
  });

  it('keeps nothing of a write that breaks down', async () => {
    const store = await open();
    await expect(write(store, act, () => Promise.reject(new Error('power cut')))).rejects.toThrow(
      'power cut',
    );
    expect(await auditEntries(store.database.query, 0n, 10)).toEqual([]);
    await store.database.close();
  });

  it('has one unbroken chain when many write at once', async () => {
    const store = await open();
    const targets = Array.from({ length: 40 }, (_, place) => `scenarios/${place}`);
    await Promise.all(
      targets.map((target) => write(store, { ...act, target }, async () => accepted({ value: target }))),
    );
    const entries = await auditEntries(store.database.query, 0n, 100);
    expect(new Set(entries.map(({ target }) => target)).size).toBe(40);
    expect(await checkAudit(store.database.query)).toHaveProperty('end');
    await store.database.close();
  });

  it.each([
    "UPDATE audit_entries SET actor = 'somebody else' WHERE seq = 2",
    'DELETE FROM audit_entries WHERE seq = 2',
  ])('is not changed by the engine: %s', async (statement) => {
    const store = await open();
    await logThree(store);
    await expect(sql.raw(statement).execute(store.database.query)).rejects.toThrow(
      'never changed or deleted',
    );
    await store.database.close();
  });

  it.each([
    ["UPDATE audit_entries SET actor = 'x' WHERE seq = 2", 2n, 'its content does not match its hash'],
    [
      `UPDATE audit_entries SET previous_hash = '${'1'.repeat(64)}' WHERE seq = 3`,
      3n,
      'it does not name the entry before it',
    ],
    ["UPDATE audit_entries SET detail = 'not JSON' WHERE seq = 2", 2n, 'its content does not match its hash'],
    ['DELETE FROM audit_entries WHERE seq = 2', 2n, 'the entry is missing'],
    ['DELETE FROM audit_entries WHERE seq = 3', 3n, 'the end of the log is missing'],
  ])('tells where it was tampered with: %s', async (statement, seq, reason) => {
    const store = await open();
    await logThree(store);
    await tamper(store, statement);
    expect(await checkAudit(store.database.query)).toEqual({ broken: { seq, reason } });
    await store.database.close();
  });

  it('that was cut off and written on from there is found out by what was noted down before', async () => {
    const store = await open();
    await logThree(store);
    const noted = await checkAudit(store.database.query);
    if (!('end' in noted)) throw new Error('the log is as it was written');
    await tamper(store, 'DELETE FROM audit_entries WHERE seq > 1');
    const [first] = await auditEntries(store.database.query, 0n, 1);
    const head = { seq: 1n, hash: first?.hash ?? '' };
    await store.database.query.updateTable('audit_head').set(head).execute();
    expect(await checkAudit(store.database.query)).toHaveProperty('end');
    expect(await checkAudit(store.database.query, [noted.end])).toEqual({
      broken: { seq: 2n, reason: 'the end of the log is missing' },
    });
    await log(store, act);
    await log(store, act);
    expect(await checkAudit(store.database.query, [noted.end])).toEqual({
      broken: { seq: 3n, reason: 'it is not the entry that was noted down' },
    });
    await store.database.close();
  });

  it('is checked while it is written to', async () => {
    const store = await open();
    await logThree(store);
    const [checked] = await Promise.all([checkAudit(store.database.query), logThree(store), logThree(store)]);
    expect(checked).toHaveProperty('end');
    await store.database.close();
  });

  it('is read by actor, action and target', async () => {
    const store = await open();
    await logThree(store);
    await log(store, { ...act, actor: 'ada', action: 'login' });
    const seqs = async (filter: object) =>
      (await auditEntries(store.database.query, 0n, 10, filter)).map(({ seq }) => seq);
    expect(await seqs({ actor: 'ada' })).toEqual([4n]);
    expect(await seqs({ action: 'scenario.create' })).toEqual([1n, 2n, 3n]);
    expect(await seqs({ target: 'scenarios/a', action: 'login' })).toEqual([4n]);
    await store.database.close();
  });
});
