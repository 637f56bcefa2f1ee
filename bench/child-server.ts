import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server in a process of its own, so that it does not share a thread with what measures it. */
export interface ChildServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts `node FILE` on a free port and waits for its line `listening on URL`; `input` goes to its standard input. What it logs is shown only when
 * it fails.
 */
export async function startServer(
  file: string,
  input = '',
  environment: NodeJS.ProcessEnv = {},
): Promise<ChildServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bench-'));
  const logFile = join(dataFolder, 'log');
  const child = spawn(process.execPath, [file], {
    stdio: 'pipe',
    env: { ...process.env, PORT: '0', DATA_DIR: dataFolder, ...environment },
  });
  child.stderr.pipe(createWriteStream(logFile));
  child.stdin.end(input);
  const exited = once(child, 'exit');
  const end = async () => {
    child.kill('SIGTERM');
    const [code] = await exited;
    // Null: it does not listen to the signal and was ended by it.
    if (code !== 0 && code !== null) console.error(await readFile(logFile, 'utf8'));
    await rm(dataFolder, { recursive: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^listening on (http:\S+)$/.exec(line)?.[1];
    if (url !== undefined) return { url, stop: end };
  }
  await end();
  throw new Error(`${file} ended without listening`);
}

/** What memory the service says that it has, in MiB. */
export async function residentMegabytes({ url }: ChildServer): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const bytes = /^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1];
  if (bytes === undefined) throw new Error('the service does not say how much memory it has');
  return Math.round(Number(bytes) / 2 ** 20);
}
