import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { LOCAL_USER } from '../../src/access/identity.ts';
import { RequestError } from '../request-error.ts';
import { requestRefusal } from '../request-refusals.ts';
import type { Authenticate } from './caller.ts';
import { isUnsafe, requireOrigin } from './csrf.ts';

/** Everybody who can reach the server is the one local user. Only for a server that this machine alone can reach. */
export const authenticateLocalUser: Authenticate = async () => ({ identity: LOCAL_USER, knownBy: 'local' });

/**
 * A page of any site can make a browser on this machine send requests here. So requests are refused (403) that name another
 * host, as they do after DNS rebinding, and unsafe ones that a page of another origin sent.
 */
export function refuseForeignPages(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const { host } = request.headers;
    if (host === undefined) return;
    if (!isOwnHost(host)) throw new RequestError('forbidden', requestRefusal('host_foreign'));
    if (isUnsafe(request)) requireOrigin(request, `http://${host}`);
  });
}

/** Whether the host is this machine's own: only its own programs can reach a server that listens there. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

function isOwnHost(host: string): boolean {
  const name = /^(\[.+\]|[^:]+)(:\d+)?$/.exec(host)?.[1] ?? '';
  return isLoopback(name.replace(/^\[|\]$/g, '').toLowerCase());
}

/** Told to whoever starts a server without access control where others could reach it. */
export const UNGUARDED_HOST =
  'HOST er ikke denne maskine alene, og der er ingen adgangskontrol: sæt HOST=127.0.0.1 eller opsæt adgangskontrol. / ' +
  'HOST is more than this machine alone, and there is no access control: set HOST=127.0.0.1 or configure access control.';
