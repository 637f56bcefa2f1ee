import type { FastifyInstance } from 'fastify';
import type { Identity } from '../../src/access/identity.ts';
import { permits, type Right } from '../../src/access/permissions.ts';
import { RequestError, Unauthenticated } from '../request-error.ts';
import { requestRefusal } from '../request-refusals.ts';
import type { Authenticate, Caller } from './caller.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * What one must have a right to in order to use the route. `known` routes ask only who it is, `open` ones not
     * even that.
     */
    right?: Right | 'known' | 'open';
  }
  interface FastifyRequest {
    identity: Identity;
    caller: Caller | null;
  }
}

/** The pages of the API reference come with a plugin that knows nothing of rights. */
const REFERENCE = '/docs';

/**
 * Lets a request through only to what its sender has a right to. A route that does not say which right it takes
 * stops the program from starting, so that none can be forgotten.
 */
export function guardRoutes(app: FastifyInstance, authenticate: Authenticate): void {
  app.decorateRequest('identity');
  app.decorateRequest('caller', null);
  app.addHook('onRoute', ({ config, url, method }) => {
    if (config?.right === undefined && !url.startsWith(REFERENCE))
      throw new Error(`${method} ${url} does not say which right it takes`);
  });
  app.addHook('onRequest', async (request) => {
    const { right } = request.routeOptions.config;
    if (right === undefined || right === 'open') return;
    const caller = await authenticate(request);
    if (caller === undefined) throw new Unauthenticated('identity_unknown');
    request.caller = caller;
    request.identity = caller.identity;
    if (right !== 'known' && !permits(caller.identity, right))
      throw new RequestError('forbidden', requestRefusal('right_missing'));
  });
}
