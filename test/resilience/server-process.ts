import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { StoreLocation } from '../../store/database.ts';

const SERVER = new URL('../../api/server.ts', import.meta.url).pathname;

/** A server in a process of its own, as `npm start` starts it. */
export interface ServerProcess {
  readonly address: string;
  readonly processId: number;
  /** Ends it as a power cut does, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Ends it as an operator does; answers its exit code. */
  stop(): Promise<number | null>;
}

/** Starts a server on the data, and waits until it listens. */
export async function startServer({
  dataDirectory,
  databaseUrl = '',
}: StoreLocation): Promise<ServerProcess> {
  const server = spawn(process.execPath, [SERVER], {
    env: {
      ...process.env,
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: dataDirectory,
      DATABASE_URL: databaseUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const [line] = await Promise.race([once(createInterface(server.stdout), 'line'), ended]);
  const address = /^listening on (http:\S+)$/.exec(String(line))?.[1];
  if (address === undefined || server.pid === undefined)
    throw new Error(`the server does not listen: ${line}`);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    server.kill(signal);
    const [code] = await ended;
    return code;
  };
  return {
    address,
    processId: server.pid,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}
