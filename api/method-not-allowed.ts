import type { FastifyInstance } from 'fastify';
import { sendProblem } from './error-handler.ts';
import { RequestError } from './request-error.ts';
import { methodNotAllowed } from './request-refusals.ts';

/**
 * Answers 405 with `Allow` where an address exists but not for the method. Call the returned function when
 * every route has been registered; addresses that take any method of their own are left alone.
 */
export function watchMethods(app: FastifyInstance): () => void {
  const methodsOf = new Map<string, readonly string[]>();
  app.addHook('onRoute', ({ method, url }) => {
    methodsOf.set(url, [...(methodsOf.get(url) ?? []), method].flat());
  });
  return () => {
    for (const [url, allowed] of [...methodsOf]) refuseOtherMethods(app, url, allowed);
  };
}

function refuseOtherMethods(app: FastifyInstance, url: string, allowed: readonly string[]): void {
  const others = app.supportedMethods.filter((method) => !allowed.includes(method));
  if (others.length === 0) return;
  app.route({
    method: others,
    url,
    schema: { hide: true },
    config: { right: 'open' },
    // Before the body is read: what it holds does not matter.
    onRequest: async (request, reply) => {
      reply.header('allow', allowed.join(', '));
      sendProblem(
        new RequestError('method-not-allowed', methodNotAllowed(request.method, allowed)),
        request,
        reply,
      );
      return reply;
    },
    handler: async (_request, reply) => reply,
  });
}
