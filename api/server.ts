import closeWithGrace from 'close-with-grace';
import { z } from 'zod';
import { UnusableFile } from '../data/unusable-file.ts';
import { buildApp } from './app.ts';
import { loadData } from './load-data.ts';

const MOST_DRAINING_MS = 10_000;

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'PORT is a whole number from 0 (any free port) to 65535' })
    .default('3000'),
  HOST: z.string().min(1).default('127.0.0.1'),
});

/** Starts the server. The only file that reads the environment and listens. */
async function start(): Promise<void> {
  const { HOST: host, PORT: port } = environmentSchema.parse(process.env);
  const app = await buildApp(await loadData(), { report: (failure) => console.error(failure) });
  closeWithGrace({ delay: MOST_DRAINING_MS }, async ({ err }) => {
    if (err) console.error(err);
    await app.close();
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
