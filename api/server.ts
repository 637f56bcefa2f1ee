import closeWithGrace from 'close-with-grace';
import { z } from 'zod';
import { UnusableFile } from '../data/unusable-file.ts';
import { systemClock } from '../store/clock.ts';
import { openStore } from '../store/open-store.ts';
import { authenticateLocalUser, isLoopback, UNGUARDED_HOST } from './access/local-user.ts';
import { buildApp } from './app.ts';
import { loadData } from './load-data.ts';

const MOST_DRAINING_MS = 10_000;

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'PORT is a whole number from 0 (any free port) to 65535' })
    .default('3000'),
  HOST: z.string().min(1).default('127.0.0.1').refine(isLoopback, { error: UNGUARDED_HOST }),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'DATABASE_URL begins with postgres://' })
    .optional(),
  DATA_DIR: z.string().min(1).default('./var'),
});

/** Starts the server. The only file that reads the environment and listens. */
async function start(): Promise<void> {
  const {
    HOST: host,
    PORT: port,
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDirectory,
  } = environmentSchema.parse(process.env);
  const location = { dataDirectory, ...(databaseUrl !== undefined && { databaseUrl }) };
  const store = await openStore(location, systemClock);
  const report = (failure: unknown) => console.error(failure);
  const app = await buildApp(await loadData(), { report, store, authenticate: authenticateLocalUser });
  closeWithGrace({ delay: MOST_DRAINING_MS }, async ({ err }) => {
    if (err) console.error(err);
    await app.close();
    await store.database.close();
  });
  // Fastify answers with the address it really got, a free port and an IPv6 host in brackets included.
  const address = await app.listen({ host, port: Number(port) });
  process.stdout.write(`listening on ${address}\n`);
}

/** What whoever starts the server can mend is told in its own words, anything else with where it happened. */
function complaintOf(error: unknown): unknown {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof UnusableFile ? error.message : error;
}

try {
  await start();
} catch (error) {
  console.error(complaintOf(error));
  process.exitCode = 1;
}
