import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SweepResult } from '../../api/sweeps/sweep-schema.ts';
import { makeBackup } from '../../store/backup/make-backup.ts';
import { restoreBackup } from '../../store/backup/restore-backup.ts';
import { systemClock } from '../../store/clock.ts';
import type { Store } from '../../store/write.ts';
import { runs } from '../settings/runs.ts';
import { type PostgresUnderTest, startPostgres } from '../store/postgres-server.ts';
import { startServer } from './server-process.ts';
import { CHUNKS, isDone, looking, makeSweep, POINTS, resultWhen, takenChunks } from './sweep-client.ts';

/** How long PostgreSQL is away. */
const { numRuns: AWAY_MS } = runs(1_500, 10_000);
const PATIENCE_MS = 240_000;

describe('a sweep whose chunks pg-boss hands out', () => {
  let postgres: PostgresUnderTest;
  /** What it gives when nothing happens to it. */
  let undisturbed: SweepResult;
  beforeAll(async () => {
    postgres = await startPostgres();
    const server = await startServer(await postgres.newLocation());
    await makeSweep(server.address, 'undisturbed');
    undisturbed = await resultWhen(server.address, 'undisturbed', isDone);
    expect(undisturbed.done).toBe(POINTS);
    await server.stop();
  }, PATIENCE_MS);
  afterAll(() => postgres.stop());

  it.each([
    ['stopped', () => postgres.halt()],
    ['killed', () => postgres.crash()],
  ])(
    `goes on when PostgreSQL was %s for ${AWAY_MS / 1_000} s in its middle`,
    async (_, take) => {
      const location = await postgres.newLocation();
      const server = await startServer(location);
      await makeSweep(server.address, 'interrupted');
      await resultWhen(server.address, 'interrupted', ({ done }) => done > 0);
      await take();
      await pause(AWAY_MS);
      await postgres.resume();
      await until(async () => (await fetch(`${server.address}/ready`)).ok);
      expect(await resultWhen(server.address, 'interrupted', isDone)).toEqual(undisturbed);
      expect(await server.stop()).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'goes on in another database, where a backup made in its middle is put back',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'k98-'));
      const file = join(folder, 'backup.sqlite');
      const [from, to] = [await postgres.newLocation(), await postgres.newLocation()];
      const first = await startServer(from);
      await makeSweep(first.address, 'moved');
      await resultWhen(first.address, 'moved', ({ done }) => done > 0);
      await looking(from, ({ database }) => makeBackup(database, file, systemClock));
      await first.kill();
      await looking(to, (store) => restoreBackup(store, file, 'command-line'));
      const done = (await looking(to, (store) => takenChunks(store, 'moved'))).filter(
        (chunk) => chunk.isDone,
      );
      expect(done.length).toBeLessThan(CHUNKS);
      const second = await startServer(to);
      expect(await resultWhen(second.address, 'moved', isDone)).toEqual(undisturbed);
      expect(await second.stop()).toBe(0);
      await rm(folder, { recursive: true });
    },
    PATIENCE_MS,
  );

  it(
    'is cancelled at any replica: nobody computes on, and nothing of it waits any more',
    async () => {
      const location = await postgres.newLocation();
      const [first, second] = await Promise.all([startServer(location), startServer(location)]);
      await makeSweep(first.address, 'cancelled');
      await looking(location, async (store) => {
        await until(async () => (await takenChunks(store, 'cancelled')).length > 0);
        const headers = { 'if-match': '"1"' };
        const url = `${second.address}/v1/sweeps/cancelled`;
        expect((await fetch(url, { method: 'DELETE', headers })).status).toBe(204);
        await until(async () => (await openJobs(store)) === 0);
        const chunks = await takenChunks(store, 'cancelled');
        // Broken off, so not counted; or done before.
        expect(chunks.filter((chunk) => !chunk.isDone && chunk.attempts > 0)).toEqual([]);
        expect(chunks.filter((chunk) => chunk.isDone).length).toBeLessThan(CHUNKS);
        await pause(1_000);
        expect(await takenChunks(store, 'cancelled')).toEqual(chunks);
      });
      expect([await first.stop(), await second.stop()]).toEqual([0, 0]);
    },
    PATIENCE_MS,
  );
});

/** How many chunks wait or are with a taker, as pg-boss has them. */
async function openJobs({ database }: Store): Promise<number> {
  const { rows } =
    await sql`SELECT 1 FROM pgboss.job WHERE name = 'sweep-chunks' AND state < 'completed'`.execute(
      database.query,
    );
  return rows.length;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(20);
}
