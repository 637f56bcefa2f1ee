import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { StoreLocation } from '../../store/database.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/write.ts';
import { type EngineUnderTest, type PostgresUnderTest, startPostgres } from './postgres-server.ts';

export type { EngineUnderTest } from './postgres-server.ts';

/** Runs the same tests on a file of SQLite and on a real PostgreSQL server. */
export function describeOnEachEngine(subject: string, tests: (engine: () => EngineUnderTest) => void): void {
  describe.each([
    ['SQLite', startSqlite],
    ['PostgreSQL', startPostgres],
  ] as const)(`${subject} on %s`, (_, start) => {
    let engine: EngineUnderTest | undefined;
    beforeAll(async () => {
      engine = await start();
    });
    afterAll(() => engine?.stop());
    tests(() => {
      if (engine === undefined) throw new Error('the engine has not started');
      return engine;
    });
  });
}

/** Both engines, for tests in which they meet or are treated differently. */
export function withBothEngines(): () => { sqlite: EngineUnderTest; postgres: PostgresUnderTest } {
  let running: { sqlite: EngineUnderTest; postgres: PostgresUnderTest } | undefined;
  beforeAll(async () => {
    const [sqlite, postgres] = await Promise.all([startSqlite(), startPostgres()]);
    running = { sqlite, postgres };
  });
  afterAll(async () => {
    await Promise.all([running?.sqlite.stop(), running?.postgres.stop()]);
  });
  return () => {
    if (running === undefined) throw new Error('the engines have not started');
    return running;
  };
}

/** An empty store whose clock goes one second forward at each look. */
export function openTestStore(location: StoreLocation): Promise<Store> {
  let seconds = 0;
  const clock = () => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ seconds: seconds++ });
  return openStore(location, clock);
}

/** Files of SQLite in a folder of their own. */
async function startSqlite(): Promise<EngineUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'k98-sqlite-'));
  return {
    newLocation: async () => ({ dataDirectory: await mkdtemp(join(folder, 'data-')) }),
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}
