import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

const FOR_GOOD = { maxAge: '1y', immutable: true } as const;
const NEVER_UNASKED = { maxAge: 0 } as const;

/** Answers a request that no route takes, when it asks for a page; says whether it did. */
export type AnswerAsPage = (request: FastifyRequest, reply: FastifyReply) => boolean;

/**
 * Serves the built page: its files by names that change with their content, and the document itself at `/` and at every
 * address that a browser navigates to and the API does not know. The page reads the address; whether there is such a
 * page, it says itself. Without a folder nothing is served.
 */
export async function pageRoutes(app: FastifyInstance, folder: string | undefined): Promise<AnswerAsPage> {
  if (folder === undefined) return () => false;
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });
  const config = { right: 'open' } as const;
  const schema = { hide: true };
  const sendDocument = (reply: FastifyReply) => reply.sendFile('index.html', NEVER_UNASKED);

  app.get('/', { config, schema }, (_request, reply) => sendDocument(reply));
  app.get<{ Params: { '*': string } }>('/assets/*', { config, schema }, ({ params }, reply) =>
    reply.sendFile(`assets/${params['*']}`, FOR_GOOD),
  );
  return (request, reply) => {
    if (!asksForAPage(request)) return false;
    sendDocument(reply);
    return true;
  };
}

/** What a browser sends when somebody opens an address; programs ask for JSON or do not care. */
function asksForAPage({ method, headers, url }: FastifyRequest): boolean {
  if (!['GET', 'HEAD'].includes(method) || url.startsWith('/v1/')) return false;
  return new Negotiator({ headers }).mediaType(['application/json', 'text/html']) === 'text/html';
}
