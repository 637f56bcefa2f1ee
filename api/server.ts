import closeWithGrace from 'close-with-grace';
import { z } from 'zod';
import { UnusableFile } from '../data/unusable-file.ts';
import { systemClock } from '../store/clock.ts';
import { openStore } from '../store/open-store.ts';
import { buildApp } from './app.ts';
import { serverSettings } from './environment.ts';
import { loadData } from './load-data.ts';

const MOST_DRAINING_MS = 10_000;

/** Starts the server. The only file that listens. */
async function start(): Promise<void> {
  const { host, port, location, access } = serverSettings(process.env);
  const store = await openStore(location, systemClock);
  const report = (failure: unknown) => console.error(failure);
  const app = await buildApp(await loadData(), { report, store, access });
  closeWithGrace({ delay: MOST_DRAINING_MS }, async ({ err }) => {
    if (err) console.error(err);
    await app.close();
    await store.database.close();
  });
  // Fastify answers with the address it really got, a free port and an IPv6 host in brackets included.
  const address = await app.listen({ host, port });
  process.stdout.write(`listening on ${address}\n`);
  if (access === undefined) process.stdout.write(LOCAL_ONLY);
}

const LOCAL_ONLY =
  'no access control: only this machine is served, as one local user (docs/operations.md says how to configure it)\n';

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
