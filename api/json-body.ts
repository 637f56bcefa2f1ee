import type { FastifyInstance } from 'fastify';
import { RequestError } from './request-error.ts';
import { requestRefusal } from './request-refusals.ts';

/**
 * Larger than any request of sense: 98 municipalities with explicit weights for 26 solutions take 0.1 MiB.
 */
export const BODY_LIMIT = 1024 * 1024;

/**
 * Reads JSON bodies. Beyond the grammar it refuses what would be lost or break later on: keys that reach for
 * a prototype, and text that is not valid Unicode and therefore has no canonical form to hash.
 */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => jsonFrom(body),
  );
}

function jsonFrom(text: string): unknown {
  if (text.trim() === '') throw new RequestError('malformed-request', requestRefusal('body_missing'));
  const value = parsed(text);
  if (SUSPECT.test(text)) checkSuspect(value, []);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError('malformed-request', requestRefusal('json_malformed'));
  }
}

/**
 * A forbidden key as it stands, or an escape that may hide one or half a surrogate pair: worth a closer look.
 */
const SUSPECT = /__proto__|\\u/;
const DEEPEST = 32;

function checkSuspect(value: unknown, path: readonly (string | number)[]): void {
  if (typeof value === 'string' && !value.isWellFormed())
    throw new RequestError('malformed-request', requestRefusal('json_text_invalid', path));
  if (typeof value !== 'object' || value === null) return;
  if (path.length > DEEPEST)
    throw new RequestError('malformed-request', requestRefusal('json_too_deep', path));
  for (const [key, child] of Object.entries(value)) {
    const childPath = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === '__proto__')
      throw new RequestError('malformed-request', requestRefusal('json_key_forbidden', childPath));
    if (!key.isWellFormed())
      throw new RequestError('malformed-request', requestRefusal('json_text_invalid', path));
    checkSuspect(child, childPath);
  }
}
