import type { FastifyRequest } from 'fastify';
import { sessionOf } from '../../store/sessions.ts';
import type { Store } from '../../store/write.ts';
import { Unauthenticated } from '../request-error.ts';
import type { Caller } from './caller.ts';
import { cookiesFor } from './cookies.ts';
import { csrfTokenOf, requireOwnPage } from './csrf.ts';

/** Who is logged in with the browser that sends the request; undefined when it brings no session. */
export type SessionCheck = (request: FastifyRequest) => Promise<Caller | undefined>;

/** Ends the request when its session is over (401), or when another site made the browser send it (403). */
export function sessionCheck(store: Store, publicUrl: URL): SessionCheck {
  const { session } = cookiesFor(publicUrl);
  return async (request) => {
    const token = request.cookies[session];
    if (token === undefined) return undefined;
    const identity = await sessionOf(store, token);
    if (identity === undefined) throw new Unauthenticated('session_over');
    const csrfToken = csrfTokenOf(token);
    requireOwnPage(request, publicUrl.origin, csrfToken);
    return { identity, knownBy: 'session', csrfToken };
  };
}
