import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RetryLater } from '../request-error.ts';

/** Many people sit behind one address of a municipality, so an address gets as much as so many of them. */
const PEOPLE_AT_AN_ADDRESS = 10;

/** What is asked by whoever watches the server, and has to be answered above all when others ask too much. */
const WATCHED: ReadonlySet<string | undefined> = new Set(['/health', '/ready']);

/** Ends requests (429) that come too fast: called at both places in a request's way where it can be told. */
export interface RateLimits {
  /** Before anybody is asked who they are: counts the address that the request comes from. */
  limitAddresses(): void;
  /** After that: counts who it is. */
  limitIdentities(): void;
}

/** Counts in the memory of this process, so with several replicas each allows as much. */
export async function rateLimits(app: FastifyInstance, requestsPerMinute: number): Promise<RateLimits> {
  await app.register(fastifyRateLimit, { global: false, timeWindow: 60_000 });
  const limitBy = (max: number, keyGenerator?: (request: FastifyRequest) => string) => {
    const check = app.createRateLimit({ max, ...(keyGenerator && { keyGenerator }) });
    app.addHook('onRequest', async (request) => {
      if (WATCHED.has(request.routeOptions.url)) return;
      const limit = await check(request);
      if (!limit.isAllowed && limit.isExceeded)
        throw new RetryLater('too-many-requests', 'too_many_requests', { seconds: limit.ttlInSeconds });
    });
  };
  return {
    limitAddresses: () => limitBy(PEOPLE_AT_AN_ADDRESS * requestsPerMinute),
    limitIdentities: () => limitBy(requestsPerMinute, subjectOf),
  };
}

/** Open routes ask nobody; their requests are counted by address, beside the count of all requests from it. */
function subjectOf({ caller, ip }: FastifyRequest): string {
  return caller?.identity.subject ?? `address:${ip}`;
}
