import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type RawBuilder, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { buildApp } from '../../api/app.ts';
import { loadData } from '../../api/load-data.ts';
import { systemClock } from '../../store/clock.ts';
import type { StoreLocation } from '../../store/database.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/write.ts';
import { withBothEngines } from '../store/engines.ts';
import { startServer } from './server-process.ts';
import { expectWhole } from './whole.ts';
import { Writers } from './writers.ts';

const run = promisify(execFile);
const CLIENTS = 4;

const engines = withBothEngines();

/** The application on a port of its own; its failures are what the test is about. */
async function listening(location: StoreLocation) {
  const store = await openStore(location, systemClock);
  const app = await buildApp(await loadData(), { report: () => undefined, store });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const close = async () => {
    await app.close();
    await store.database.close();
  };
  return { store, address, close };
}

/**
 * Lets clients write, takes the room away and gives it back: while it is gone every write is refused and reading goes on, afterwards
 * writing goes on by itself, and nothing is lost or half written.
 *
 * @returns the different refusals there were
 */
async function withoutRoom(
  location: StoreLocation,
  address: string,
  { take, giveBack }: { take: () => Promise<unknown>; giveBack: () => Promise<unknown> },
): Promise<string[]> {
  const writers = new Writers(address, CLIENTS, 'room');
  await until(() => writers.acknowledged.length > 20);
  await take();
  await until(() => writers.refused.length > 20);
  const kept = writers.acknowledged.length;
  await until(() => writers.refused.length > 60);
  expect(writers.acknowledged.length).toBe(kept);
  expect((await fetch(`${address}/v1/scenarios/${writers.acknowledged[0]?.id}`)).status).toBe(200);
  await giveBack();
  await until(() => writers.acknowledged.length > kept + 20);
  await writers.stop();
  await expectWhole(location, writers.acknowledged, writers.sent);
  const kinds = writers.refused.map(({ status, code, retryAfter }) => `${status} ${code} ${retryAfter}`);
  return [...new Set(kinds)];
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(20);
}

const execute = (store: Store, statement: RawBuilder<unknown>) => statement.execute(store.database.query);

describe('a full disk', () => {
  it('under SQLite: writes get 507, and go on when there is room again', async () => {
    const location = await engines().sqlite.newLocation();
    const { store, address, close } = await listening(location);
    const kinds = await withoutRoom(location, address, {
      // The engine says the same when a file may not have more pages as when the disk has no more: SQLITE_FULL.
      take: () => execute(store, sql`PRAGMA max_page_count = 1`),
      giveBack: () => execute(store, sql`PRAGMA max_page_count = 1000000`),
    });
    expect(kinds).toEqual(['507 store_full 5']);
    await close();
  });

  it('under PostgreSQL: writes get 507, and go on when there is room again', async () => {
    const location = await engines().postgres.newLocation();
    const { store, address, close } = await listening(location);
    await execute(
      store,
      sql.raw(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`),
    );
    const kinds = await withoutRoom(location, address, {
      take: () =>
        execute(
          store,
          sql.raw('CREATE TRIGGER no_room BEFORE INSERT ON audit_entries EXECUTE FUNCTION no_room()'),
        ),
      giveBack: () => execute(store, sql`DROP TRIGGER no_room ON audit_entries`),
    });
    expect(kinds).toEqual(['507 store_full 5']);
    await close();
  });

  // Only Linux lets a limit of a running process be changed.
  if (process.platform === 'linux')
    it('under SQLite, as a file that may not grow: writes get 503 or 507, and go on when it may again', async () => {
      const location = await engines().sqlite.newLocation();
      const server = await startServer(location);
      const limitTo = (bytes: string) =>
        run('prlimit', ['--pid', String(server.processId), `--fsize=${bytes}:unlimited`]);
      const kinds = await withoutRoom(location, server.address, {
        take: async () => limitTo(String((await stat(join(location.dataDirectory, 'k98.sqlite-wal'))).size)),
        giveBack: () => limitTo('unlimited'),
      });
      expect(kinds.filter((kind) => !/^(503 store_unavailable|507 store_full) 5$/.test(kind))).toEqual([]);
      expect(await server.stop()).toBe(0);
    });
});

describe('a database that somebody else holds', () => {
  it('under SQLite: writes get 503 after a while, and go on when it is let go', async () => {
    const location = await engines().sqlite.newLocation();
    const { store, address, close } = await listening(location);
    await execute(store, sql`PRAGMA busy_timeout = 10`);
    const other = new DatabaseSync(join(location.dataDirectory, 'k98.sqlite'));
    const kinds = await withoutRoom(location, address, {
      take: async () => other.exec('BEGIN IMMEDIATE'),
      giveBack: async () => other.exec('ROLLBACK'),
    });
    expect(kinds).toEqual(['503 store_unavailable 5']);
    other.close();
    await close();
  });

  it('under PostgreSQL: a write whose wait is ended gets 503', async () => {
    const location = await engines().postgres.newLocation();
    const { store, address, close } = await listening(location);
    const writers = new Writers(address, CLIENTS, 'held');
    await until(() => writers.acknowledged.length > 20);
    await store.database.query.connection().execute(async (holder) => {
      await sql`SELECT pg_advisory_lock(9800001)`.execute(holder);
      const waiting = sql`SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'advisory'`;
      while (writers.refused.length < CLIENTS) {
        await waiting.execute(store.database.query);
        await setTimeout(20);
      }
      await sql`SELECT pg_advisory_unlock(9800001)`.execute(holder);
    });
    const kept = writers.acknowledged.length;
    await until(() => writers.acknowledged.length > kept + 20);
    await writers.stop();
    const kinds = writers.refused.map(({ status, code, retryAfter }) => `${status} ${code} ${retryAfter}`);
    expect([...new Set(kinds)]).toEqual(['503 store_unavailable 5']);
    await expectWhole(location, writers.acknowledged, writers.sent);
    await close();
  });
});
