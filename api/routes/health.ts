import { z } from 'zod';
import { answers } from '../route-schema.ts';
import type { Readiness } from '../service/readiness.ts';
import type { Api } from '../validation.ts';

const healthSchema = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' });

/** Whether the process lives, and whether it can serve requests: a proxy asks the second. */
export function healthRoutes(app: Api, readiness: Readiness): void {
  app.get(
    '/health',
    {
      config: { right: 'open' },
      schema: {
        operationId: 'getHealth',
        summary: 'Does the service run?',
        tags: ['service'],
        response: answers('It runs: the data is loaded', healthSchema, ['not-acceptable']),
      },
    },
    async () => ({ status: 'ok' }),
  );
  app.get(
    '/ready',
    {
      config: { right: 'open' },
      schema: {
        operationId: 'getReadiness',
        summary: 'Can the service take requests: is the database there and up to date?',
        tags: ['service'],
        response: answers('It can', healthSchema, ['not-acceptable']),
      },
    },
    async () => {
      await readiness.check();
      return { status: 'ok' };
    },
  );
}
