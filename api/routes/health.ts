import { z } from 'zod';
import { answers } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const healthSchema = z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' });

export function healthRoutes(app: Api): void {
  app.get(
    '/health',
    {
      config: { right: 'open' },
      schema: {
        operationId: 'getHealth',
        summary: 'Is the service ready?',
        tags: ['service'],
        response: answers('Ready: the data is loaded', healthSchema, ['not-acceptable']),
      },
    },
    async () => ({ status: 'ok' }),
  );
}
