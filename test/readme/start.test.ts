import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

const LISTENING = /^listening on (http:\S+)$/;

it('npm start answers, and a SIGTERM to npm ends the server as well', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'start-'));
  const npm = spawn('npm', ['start'], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(npm, 'exit');
  const address = await addressIn(createInterface(npm.stdout));
  expect(await (await fetch(`${address}/health`)).json()).toEqual({ status: 'ok' });

  npm.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
  await expect(fetch(`${address}/health`)).rejects.toThrow('fetch failed');
  await rm(dataFolder, { recursive: true });
});

async function addressIn(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const address = LISTENING.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('npm start ended without listening');
}
