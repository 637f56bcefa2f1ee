import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server in a process of its own, so that it does not share a thread with what measures it. */
export interface ChildServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts `node FILE` on a free port and waits for its line `listening on URL`; `input` goes to its standard input. */
export async function startServer(file: string, input = ''): Promise<ChildServer> {
  const child = spawn(process.execPath, [file], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PORT: '0' },
  });
  child.stdin.end(input);
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^listening on (http:\S+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    const stop = async () => {
      child.kill('SIGTERM');
      await exited;
    };
    return { url, stop };
  }
  throw new Error(`${file} ended without listening`);
}
