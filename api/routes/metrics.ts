import { z } from 'zod';
import { plainAnswers } from '../route-schema.ts';
import type { Metrics } from '../service/metrics.ts';
import type { Api } from '../validation.ts';

const schema = {
  operationId: 'getMetrics',
  summary: 'How the service is doing, for Prometheus',
  description:
    'Figures about answers, the database and the process. Nothing in them is about anybody, and none is an amount.',
  tags: ['service'],
  response: plainAnswers(
    'The figures',
    { 'text/plain': z.string().meta({ description: 'Prometheus text format 0.0.4' }) },
    ['not-acceptable'],
  ),
};

export function metricsRoutes(app: Api, metrics: Metrics): void {
  app.get('/metrics', { schema, config: { right: 'service.watch' } }, async (_, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
}
