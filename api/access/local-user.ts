import { isIP } from 'node:net';
import { LOCAL_USER } from '../../src/access/identity.ts';
import type { Authenticate } from './guard.ts';

/** Everybody who can reach the server is the one local user. Only for a server that this machine alone can reach. */
export const authenticateLocalUser: Authenticate = async () => LOCAL_USER;

/** Whether the host is this machine's own: only its own programs can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

/** Told to whoever starts a server without access control where others could reach it. */
export const UNGUARDED_HOST =
  'HOST er ikke denne maskine alene, og der er ingen adgangskontrol: sæt HOST=127.0.0.1 eller opsæt adgangskontrol. / ' +
  'HOST is more than this machine alone, and there is no access control: set HOST=127.0.0.1 or configure access control.';
