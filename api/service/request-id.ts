import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

const HEADER = 'x-request-id';

/** What a proxy may call a request; anything else could be a way to write into the log. */
const GIVEN = /^[\w.-]{8,64}$/;

/** The name under which the log speaks of a request: the one it came with from a proxy, or a new one. */
export function requestId({ headers }: IncomingMessage): string {
  const given = headers[HEADER];
  return typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
}

/** Tells the client the name of its request, so that it can be found in the log when somebody asks about it. */
export function tellRequestIds(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header(HEADER, request.id);
  });
}
