import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** One JSON object a line. Without a stream it goes to standard error, as standard output says only where the server listens. */
export function openLog(level: LogLevel, stream: DestinationStream = pino.destination({ fd: 2 })): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err } }, stream);
}

/**
 * What is known of a failure without what it was about: drivers hang rows and parameters on their errors, and those hold what
 * people wrote.
 */
function err(failure: unknown): unknown {
  if (!(failure instanceof Error)) return { type: typeof failure };
  const { type, message, stack, code } = stdSerializers.err(failure);
  return { type, message, stack, code };
}

/**
 * One line for each answer: which route, not which address, since addresses hold what people search for; and nothing of
 * who asked. That is in the audit log, which is kept apart.
 */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: routeOf(request),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
}

/** The pattern of the route, as `/v1/scenarios/:id`; undefined where there is none. */
export function routeOf({ routeOptions }: FastifyRequest): string | undefined {
  return routeOptions.url;
}
