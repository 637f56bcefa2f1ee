import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { RequestError } from '../request-error.ts';
import { requestRefusal } from '../request-refusals.ts';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether the method may change something, so that it matters who made the browser send it. */
export function isUnsafe({ method }: FastifyRequest): boolean {
  return !SAFE_METHODS.has(method);
}

/** Belongs to one session and follows from its token, which scripts of other sites can neither read nor guess. */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}

/**
 * Ends an unsafe request (403) that another site made the browser send: it has to come from our own origin, and to
 * repeat the token of its session. A token of another session, or of one that is over, is as good as none.
 */
export function requireOwnPage(request: FastifyRequest, origin: string, token: string): void {
  if (!isUnsafe(request)) return;
  requireOrigin(request, origin);
  const shown = request.headers['x-csrf-token'];
  if (typeof shown !== 'string' || !isSame(shown, token))
    throw new RequestError('forbidden', requestRefusal('csrf_token_wrong'));
}

/** Ends the request (403) when its browser says that a page of another origin sent it. Programs say nothing. */
export function requireOrigin({ headers }: FastifyRequest, origin: string): void {
  const site = headers['sec-fetch-site'];
  const isForeign = headers.origin !== undefined && headers.origin !== origin;
  if (isForeign || site === 'cross-site' || site === 'same-site')
    throw new RequestError('forbidden', requestRefusal('origin_foreign'));
}

function isSame(shown: string, token: string): boolean {
  const [left, right] = [Buffer.from(shown), Buffer.from(token)];
  return left.length === right.length && timingSafeEqual(left, right);
}
