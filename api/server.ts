import { availableParallelism } from 'node:os';
import closeWithGrace from 'close-with-grace';
import { z } from 'zod';
import { UnusableFile } from '../data/unusable-file.ts';
import { systemClock } from '../store/clock.ts';
import { StoreFailure } from '../store/failure.ts';
import { openStore } from '../store/open-store.ts';
import { buildApp } from './app.ts';
import { serverSettings } from './environment.ts';
import { loadData } from './load-data.ts';
import { builtPage } from './page/page-files.ts';
import { openLog } from './service/log.ts';

/** Longer than anything takes but a selection, and no longer than those who stop servers wait before they kill. */
const MOST_DRAINING_MS = 25_000;

/** Starts the server. The only file that listens. */
async function start(): Promise<void> {
  surviveClosedOutput();
  const {
    host,
    port,
    location,
    logLevel,
    sweepThreads = availableParallelism(),
    ...settings
  } = serverSettings(process.env);
  const log = openLog(logLevel);
  const store = await openStore(location, systemClock);
  const report = (err: unknown, reqId?: string) => log.error({ err, reqId }, 'failure');
  const app = await buildApp(await loadData(), {
    ...settings,
    report,
    store,
    log,
    page: await builtPage(),
    ...(sweepThreads > 0 && { sweepThreads }),
  });
  closeWithGrace({ delay: MOST_DRAINING_MS, logger: log }, async ({ err, signal }) => {
    if (err) log.fatal({ err }, 'failure');
    log.info({ signal }, 'draining');
    await app.close();
    await store.database.close();
  });
  // Fastify answers with the address it really got, a free port and an IPv6 host in brackets included.
  const address = await app.listen({ host, port });
  process.stdout.write(`listening on ${address}\n`);
  if (settings.access === undefined) process.stdout.write(LOCAL_ONLY);
}

const LOCAL_ONLY =
  'no access control: only this machine is served, as one local user (docs/operations.md says how to configure it)\n';

/** Whoever read what the server says may go away: that is no reason to stop serving everybody else. */
function surviveClosedOutput(): void {
  for (const output of [process.stdout, process.stderr])
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}

/** What whoever starts the server can mend is told in its own words, anything else with where it happened. */
function complaintOf(error: unknown): unknown {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof UnusableFile || error instanceof StoreFailure ? error.message : error;
}

try {
  await start();
} catch (error) {
  console.error(complaintOf(error));
  process.exitCode = 1;
}
