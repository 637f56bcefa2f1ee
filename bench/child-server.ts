import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A server in a process of its own, so that it does not share a thread with what measures it. */
export interface ChildServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts `node FILE` on a free port and waits for its line `listening on URL`; `input` goes to its standard input. */
export async function startServer(file: string, input = ''): Promise<ChildServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bench-'));
  const child = spawn(process.execPath, [file], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0', DATA_DIR: dataFolder },
  });
  child.stdin.end(input);
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^listening on (http:\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    const stop = async () => {
      child.kill('SIGTERM');
      await exited;
      await rm(dataFolder, { recursive: true });
    };
    return { url, stop };
  }
  throw new Error(`${file} ended without listening`);
}
