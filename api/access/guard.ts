import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity } from '../../src/access/identity.ts';
import { permits, type Right } from '../../src/access/permissions.ts';
import { RequestError } from '../request-error.ts';
import { requestRefusal } from '../request-refusals.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What one must have a right to in order to use the route; `open` routes ask nobody who they are. */
    right?: Right | 'open';
  }
  interface FastifyRequest {
    identity: Identity;
  }
}

/** Says who sends a request; undefined when nobody can tell. */
export type Authenticate = (request: FastifyRequest) => Promise<Identity | undefined>;

/** The pages of the API reference come with a plugin that knows nothing of rights. */
const REFERENCE = '/docs';

/**
 * Lets a request through only to what its sender has a right to. A route that does not say which right it takes
 * stops the program from starting, so that none can be forgotten.
 */
export function guardRoutes(app: FastifyInstance, authenticate: Authenticate): void {
  app.decorateRequest('identity');
  app.addHook('onRoute', ({ config, url, method }) => {
    if (config?.right === undefined && !url.startsWith(REFERENCE))
      throw new Error(`${method} ${url} does not say which right it takes`);
  });
  app.addHook('onRequest', async (request) => {
    const { right } = request.routeOptions.config;
    if (right === undefined || right === 'open') return;
    const identity = await authenticate(request);
    if (identity === undefined) throw new RequestError('unauthenticated', requestRefusal('identity_unknown'));
    if (!permits(identity, right)) throw new RequestError('forbidden', requestRefusal('right_missing'));
    request.identity = identity;
  });
}
