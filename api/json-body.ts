import type { FastifyInstance } from 'fastify';
import { readJson } from '../data/json-text.ts';
import { RequestError } from './request-error.ts';
import { requestRefusal } from './request-refusals.ts';

/**
 * Larger than any request of sense: 98 municipalities with explicit weights for 26 solutions take 0.1 MiB.
 */
export const BODY_LIMIT = 1024 * 1024;

/** Reads JSON bodies; what cannot be read ends the request. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => {
      const reading = readJson(body);
      if (reading.ok) return reading.value;
      const { code, path } = reading.fault;
      throw new RequestError('malformed-request', requestRefusal(code, path));
    },
  );
}
