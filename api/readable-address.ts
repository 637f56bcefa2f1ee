import type { FastifyInstance } from 'fastify';
import { RequestError } from './request-error.ts';
import { requestRefusal } from './request-refusals.ts';

/** The character NUL, as an address has to write it. */
const NUL = '%00';

/** Refuses (400) addresses with a character in them that nothing kept can hold: PostgreSQL fails when it is asked for such a text. */
export function refuseUnreadableAddresses(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (request.url.includes(NUL))
      throw new RequestError('malformed-request', requestRefusal('url_malformed'));
  });
}
