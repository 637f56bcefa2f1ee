import { compareAnswer } from '../answers/compare-answer.ts';
import { compareAnswerSchema } from '../answers/compare-schema.ts';
import { compareScenarios } from '../calculation/comparison.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { compareTable } from '../csv/compare-tables.ts';
import { sendCsv, wantsCsv } from '../negotiation.ts';
import { valueOrRefuse } from '../request-error.ts';
import { compareQuerySchema, compareRequestSchema } from '../requests/compare.ts';
import { answers, BODY_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const schema = {
  operationId: 'compareScenarios',
  summary: 'Compare scenarios with a baseline',
  description:
    'Differences in price, base budget and pool, per solution and per municipality; winners and losers, the ' +
    'waterfall from the baseline to each scenario, dominance and regret. Any scenario may be the baseline.',
  tags: ['scenarios'],
  body: compareRequestSchema,
  querystring: compareQuerySchema,
  response: answers('The comparison', compareAnswerSchema, BODY_PROBLEMS, { csv: true }),
};

export function compareRoutes(app: Api, catalogueFor: CatalogueFor): void {
  app.post('/v1/compare', { schema, config: { right: 'model.compute' } }, async (request, reply) => {
    const { baseline, scenarios } = request.body;
    const catalogue = await catalogueFor(request.identity, [baseline, ...scenarios]);
    const { comparison, hashOf } = valueOrRefuse(await compareScenarios(baseline, scenarios, catalogue));
    const answer = compareAnswer(comparison, hashOf);
    if (!wantsCsv(request)) return answer;
    const { table } = request.query;
    return sendCsv(reply, `compare-${table}`, compareTable(table, answer));
  });
}
