import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted } from '../../src/refusal.ts';
import { keepApiKey } from '../../store/api-keys.ts';
import { auditEntries } from '../../store/audit.ts';
import { checkAudit } from '../../store/audit-check.ts';
import { ALL_TABLES } from '../../store/backup/kept-tables.ts';
import { makeBackup } from '../../store/backup/make-backup.ts';
import { restoreBackup } from '../../store/backup/restore-backup.ts';
import { openDatabase, openFile, type StoreLocation } from '../../store/database.ts';
import { createOnce } from '../../store/idempotency.ts';
import { addPoolEntries } from '../../store/pool-entries.ts';
import { readHistory, readResource } from '../../store/resource-versions.ts';
import { createResource, updateResource } from '../../store/resources.ts';
import { beginSession } from '../../store/sessions.ts';
import { type Store, write } from '../../store/write.ts';
import { openTestStore, withBothEngines } from './engines.ts';

const run = promisify(execFile);
const clock = () => Temporal.Instant.from('2026-11-24T20:00:00Z');
const act = {
  actor: 'user:ada',
  action: 'scenarios.create',
  target: 'scenarios/a',
  detail: { reason: 'til øvelse' },
};
const version = (title: string) => ({
  body: { title },
  state: 'draft',
  action: 'create',
  reason: 'æøå "; --',
});

/** Keeps a scenario of two versions, and with it something in every table. */
async function keepSome(store: Store, id: string): Promise<void> {
  await write(store, { ...act, target: `scenarios/${id}` }, async (under) => {
    await createResource(
      under,
      { kind: 'scenarios', id, owner: 'user:ada', unit: '0101' },
      version(`${id} før`),
    );
    await updateResource(under, { kind: 'scenarios', id }, 1n, version(`${id} nu`));
    await addPoolEntries(under, `decision-${id}`, 'k98-example', [
      { year: 2027, solution: 'aula', amount: 900_719_925_474_099_301n, recipient: 'initiative' },
    ]);
    const secret = `secret of ${id}`;
    const offices = { roles: ['reader'], bodies: [] } as const;
    await keepApiKey(under, { secret, label: id, expiresAt: '2027-01-01T00:00:00.000Z', offices });
    return createOnce(under, { key: id, requestHash: 'x' }, async () =>
      accepted({ status: 201, answer: '{}' }),
    );
  });
}

/** Keeps an invoice with a line and a document, and, by a number that sorts before its own, one that corrects it. */
async function keepInvoices(store: Store): Promise<void> {
  await write(store, { ...act, action: 'invoices.issue' }, async ({ transaction, at }) => {
    const invoice = (number: string, seq: bigint, corrects: string | null) => ({
      ...{
        number,
        seq,
        series: 'K98',
        position: seq,
        run: 'r',
        purpose: 'ordinary' as const,
        kind: 'invoice' as const,
      },
      ...{
        agreement: 'k98-example',
        year: 2026n,
        frequency: 'half-yearly',
        instalment: 1n,
        municipality: '0101',
      },
      ...{
        recipient: '5790000000000',
        issue_date: '2026-01-01',
        due_date: '2026-02-01',
        corrects,
        shared: 0n,
      },
      ...{
        net_ore: 100n,
        vat_ore: 25n,
        payable_ore: 125n,
        issued_by: 'user:op',
        issued_at: at,
        body: '{}',
        body_hash: 'h',
      },
    });
    await transaction
      .insertInto('invoices')
      .values([invoice('B-1', 1n, null), invoice('A-2', 2n, 'B-1')])
      .execute();
    const line = { number: 'B-1', line: 1n, solution: 'aula', component: 'operations', amount_ore: 100n };
    await transaction.insertInto('invoice_lines').values(line).execute();
    await transaction
      .insertInto('invoice_documents')
      .values({ number: 'B-1', format: 'pdf', writer: 1n, bytes: BYTES })
      .execute();
    await transaction.insertInto('contents').values({ hash: 'h', body: '{}' }).execute();
    return accepted({ value: undefined });
  });
}

/** Every byte there is. */
const BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte);

const ada = { subject: 'user:ada', roles: ['reader'], bodies: [] } as const;

const engines = withBothEngines();
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'k98-backup-'));
});
afterAll(() => rm(folder, { recursive: true }));

type EngineName = 'SQLite' | 'PostgreSQL';
const ENGINES: readonly EngineName[] = ['SQLite', 'PostgreSQL'];

const open = async (engine: EngineName) => openTestStore(await newLocation(engine));

function newLocation(engine: EngineName): Promise<StoreLocation> {
  const { sqlite, postgres } = engines();
  return (engine === 'SQLite' ? sqlite : postgres).newLocation();
}

const PAIRS = ENGINES.flatMap((from) => ENGINES.map((to) => ({ from, to })));

describe.each(PAIRS)('a backup of $from, put back into $to', ({ from, to }) => {
  it('holds what was kept at one moment, though others went on writing, and the audit log goes on unbroken', async () => {
    const location = await newLocation(from);
    const source = await openTestStore(location);
    for (let made = 0; made < 220; made++) await keepSome(source, `first-${made}`);
    await keepInvoices(source);
    await beginSession(source, ada, 'token', '2027-01-01T00:00:00.000Z');
    const file = join(folder, `${from}-${to}.backup`);
    let isDone = false;
    const others = (async () => {
      let made = 0;
      for (; !isDone; await setImmediate()) await keepSome(source, `later-${made++}`);
      return made;
    })();
    // On a connection of its own, as the command has.
    const reading = await openDatabase(location);
    await makeBackup(reading, file, clock);
    await reading.close();
    isDone = true;
    const madeMeanwhile = await others;

    const target = await open(to);
    await restoreBackup(target, file, 'command-line');
    const { query } = target.database;
    for (const id of ['first-0', 'first-219']) {
      const key = { kind: 'scenarios', id };
      expect(await readHistory(query, key)).toEqual(await readHistory(source.database.query, key));
    }
    expect(await checkAudit(query)).toHaveProperty('end');
    const entries = await auditEntries(query, 0n, 10_000);
    const kept = entries.filter(({ action }) => action === act.action);
    const pool = await query.selectFrom('pool_entries').selectAll().execute();
    // Half of a write would leave one of the three behind.
    expect([pool.length, (await query.selectFrom('api_keys').select('id').execute()).length]).toEqual([
      kept.length,
      kept.length,
    ]);
    expect(kept.length).toBeGreaterThanOrEqual(220);
    expect(kept.length).toBeLessThanOrEqual(220 + madeMeanwhile);
    expect(new Set(pool.map(({ amount_ore }) => amount_ore))).toEqual(new Set([900_719_925_474_099_301n]));
    const invoices = await query
      .selectFrom('invoices')
      .select(['number', 'corrects'])
      .orderBy('seq')
      .execute();
    expect(invoices).toEqual([
      { number: 'B-1', corrects: null },
      { number: 'A-2', corrects: 'B-1' },
    ]);
    const [document] = await query.selectFrom('invoice_documents').select('bytes').execute();
    expect(Uint8Array.from(document?.bytes ?? [])).toEqual(BYTES);
    expect(await query.selectFrom('sessions').selectAll().execute()).toEqual([]);
    expect(entries.at(-1)).toMatchObject({
      actor: 'command-line',
      action: 'store.restore',
      detail: { madeAt: '2026-11-24T20:00:00.000Z' },
    });

    await keepSome(target, 'after');
    expect(await readResource(query, { kind: 'scenarios', id: 'after' })).toMatchObject({ version: 2n });
    expect(await checkAudit(query)).toHaveProperty('end');
    for (const { database } of [source, target]) await database.close();
  });
});

describe('a backup', () => {
  const backedUp = async (name: string) => {
    const store = await open('SQLite');
    await keepSome(store, 'a');
    const file = join(folder, name);
    await makeBackup(store.database, file, clock);
    await store.database.close();
    return file;
  };

  it('says of every table whether it is copied', async () => {
    const { database } = await open('SQLite');
    const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table'`.execute(
      database.query,
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual(ALL_TABLES.toSorted());
    await database.close();
  });

  it('is one file that only its owner can read, and stays as it is when it is put back', async () => {
    const file = await backedUp('alone');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const before = await readFile(file);
    const target = await open('SQLite');
    await restoreBackup(target, file, 'command-line');
    await target.database.close();
    expect((await readFile(file)).equals(before)).toBe(true);
    await expect(stat(`${file}-wal`)).rejects.toThrow('ENOENT');
  });

  it('never takes the place of a file that is there', async () => {
    const store = await open('SQLite');
    const file = join(folder, 'mine');
    await writeFile(file, 'something of mine');
    await expect(makeBackup(store.database, file, clock)).rejects.toThrow('is there already');
    expect(await readFile(file, 'utf8')).toBe('something of mine');
    await store.database.close();
  });

  it.each(ENGINES)('is not put where something is: %s', async (engine) => {
    const file = await backedUp(`for ${engine}`);
    const target = await open(engine);
    await keepSome(target, 'mine');
    await expect(restoreBackup(target, file, 'command-line')).rejects.toThrow('not empty');
    expect(await readResource(target.database.query, { kind: 'scenarios', id: 'a' })).toBeUndefined();
    await target.database.close();
  });

  it.each<[string, (file: string) => Promise<void>, string]>([
    ['is another kind of file', (file) => writeFile(file, 'no database'), 'damaged, or is none'],
    ['is empty', (file) => writeFile(file, ''), 'damaged, or is none'],
    ['was cut off', async (file) => writeFile(file, (await readFile(file)).subarray(0, 20_000)), 'damaged'],
    ['has a letter changed', changeLetter, 'resource_versions is not as it was written'],
    [
      'lacks a row',
      (file) => inFile(file, 'DELETE FROM idempotency_keys'),
      'idempotency_keys is not as it was written',
    ],
    [
      'says nothing of what is in it',
      (file) => inFile(file, 'DELETE FROM backup_manifest'),
      'does not say what is in it',
    ],
  ])('that %s is refused, and nothing of it is kept', async (_, damage, reason) => {
    const file = join(folder, `damaged-${reason}`.replaceAll(' ', '-'));
    await copyFile(await backedUp(`${Math.random()}`), file);
    await damage(file);
    const target = await open('SQLite');
    await expect(restoreBackup(target, file, 'command-line')).rejects.toThrow(reason);
    expect(await target.database.query.selectFrom('resources').selectAll().execute()).toEqual([]);
    await target.database.close();
  });

  it('whose audit log was broken before it was made is refused', async () => {
    const store = await open('SQLite');
    await keepSome(store, 'a');
    await sql`DROP TRIGGER audit_entries_no_update`.execute(store.database.query);
    await sql`UPDATE audit_entries SET actor = 'nobody'`.execute(store.database.query);
    const file = join(folder, 'broken-log');
    await makeBackup(store.database, file, clock);
    const target = await open('PostgreSQL');
    await expect(restoreBackup(target, file, 'command-line')).rejects.toThrow('broken at entry 1');
    expect(await target.database.query.selectFrom('resources').selectAll().execute()).toEqual([]);
    for (const { database } of [store, target]) await database.close();
  });
});

/** As a bad disk does: the page still fits, what is written on it is another text. */
async function changeLetter(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[bytes.indexOf('a nu')] = 'b'.charCodeAt(0);
  await writeFile(file, bytes);
}

async function inFile(file: string, statement: string): Promise<void> {
  const database = openFile(file);
  await sql.raw(statement).execute(database.query);
  await sql`PRAGMA journal_mode = DELETE`.execute(database.query);
  await database.close();
}

describe('npm run backup and npm run restore', () => {
  const command = (name: string) => new URL(`../../api/operation/${name}-cli.ts`, import.meta.url).pathname;

  it('take one file, and say what they did or why not', async () => {
    const location = await newLocation('SQLite');
    const store = await openTestStore(location);
    await keepSome(store, 'a');
    const file = join(folder, 'by-command');
    const at = ({ dataDirectory }: StoreLocation) => ({ env: { ...process.env, DATA_DIR: dataDirectory } });
    const made = await run(process.execPath, [command('backup'), file], at(location));
    expect(made.stdout).toBe(`${file} holds everything that was kept when it was begun\n`);
    const elsewhere = await newLocation('SQLite');
    const restored = await run(process.execPath, [command('restore'), file], at(elsewhere));
    expect(restored.stdout).toBe(`everything in ${file} is back, and the audit log is unbroken\n`);
    const again = await run(process.execPath, [command('restore'), file], at(elsewhere)).catch(
      (error) => error,
    );
    expect([again.code, again.stderr]).toEqual([
      1,
      'the store is not empty: a backup is put only where nothing is\n',
    ]);
    const unnamed = await run(process.execPath, [command('backup')], at(location)).catch((error) => error);
    expect([unnamed.code, unnamed.stderr]).toEqual([1, 'name one file\n']);
    await store.database.close();
  });
});
