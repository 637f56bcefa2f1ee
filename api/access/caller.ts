import type { FastifyRequest } from 'fastify';
import type { Identity } from '../../src/access/identity.ts';

/** Who sends a request, and how that is known. */
export interface Caller {
  readonly identity: Identity;
  readonly knownBy: 'local' | 'token' | 'key' | 'session';
  /** Only with a session: what unsafe requests have to repeat in their header. */
  readonly csrfToken?: string;
}

/**
 * Says who sends a request; undefined when it does not say. Credentials that are wrong end the request (401), they are
 * never passed over in favour of others.
 */
export type Authenticate = (request: FastifyRequest) => Promise<Caller | undefined>;
