import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const SERVER = new URL('../../api/server.ts', import.meta.url).pathname;

function start(environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [SERVER], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('node api/server.ts', () => {
  it('says in one line where it listens and in one whom it serves, answers, and drains and exits 0 at SIGTERM', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'k98-server-'));
    const server = start({ PORT: '0', DATA_DIR: dataDirectory });
    const { stdout, stderr } = server;
    if (stdout === null || stderr === null) throw new Error('the output is piped');
    const complaints = text(stderr);
    const lines: string[] = [];
    const reader = createInterface(stdout).on('line', (line) => lines.push(line));
    await once(reader, 'line');
    const address = /^listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(lines[0] ?? '')?.[1] ?? '';

    const health = await fetch(`${address}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    const body = { scenario: { agreement: 'k98-example', years: { from: 2026, to: 2029 }, changes: [] } };
    const inFlight = fetch(`${address}/v1/price`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(await malformedHttp(Number(new URL(address).port))).toContain('application/problem+json');
    server.kill('SIGTERM');
    const [[code]] = await Promise.all([once(server, 'exit'), inFlight.then((answer) => answer.json())]);

    expect(code).toBe(0);
    expect((await inFlight).status).toBe(200);
    expect(lines).toEqual([`listening on ${address}`, expect.stringContaining('no access control')]);
    const logged = (await complaints)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(
      logged.filter(({ msg }) => msg === 'answered').map(({ route, status }) => [route, status]),
    ).toEqual([
      ['/health', 200],
      ['/v1/price', 200],
    ]);
    await rm(dataDirectory, { recursive: true });
  });

  it('goes on serving when nobody reads its output any more, and still exits 0', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'k98-server-'));
    const server = start({ PORT: '0', DATA_DIR: dataDirectory });
    const { stdout, stderr } = server;
    if (stdout === null || stderr === null) throw new Error('the output is piped');
    stdout.destroy();
    const address = await addressIn(stderr);
    stderr.destroy();
    for (let asked = 0; asked < 3; asked++) expect((await fetch(`${address}/health`)).status).toBe(200);
    server.kill('SIGTERM');
    expect(await once(server, 'exit')).toEqual([0, null]);
    await rm(dataDirectory, { recursive: true });
  });

  it.each([
    ['a port that is none', { PORT: 'eighty' }, 'PORT'],
    ['a host that others can reach, as nobody is asked who they are', { HOST: '0.0.0.0' }, 'HOST'],
    ['an address of no PostgreSQL server', { DATABASE_URL: 'mysql://localhost' }, 'DATABASE_URL'],
  ])('does not start with %s, and says why', async (_, environment, named) => {
    const server = start(environment);
    if (server.stderr === null) throw new Error('the output is piped');
    const complaints = text(server.stderr);
    const [code] = await once(server, 'exit');
    expect(code).toBe(1);
    expect(await complaints).toContain(named);
  });
});

/** Where the server listens, as its log says too. */
async function addressIn(log: Readable): Promise<string> {
  for await (const line of createInterface(log)) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error('the server has not said where it listens');
}

/** What the server says to a client that does not speak HTTP. */
async function malformedHttp(port: number): Promise<string> {
  const socket = createConnection({ host: '127.0.0.1', port });
  socket.write('HELLO\r\n\r\n');
  return text(socket);
}
