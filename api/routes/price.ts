import type { PriceAnswer } from '../answers/price-answer.ts';
import { priceAnswerSchema } from '../answers/price-schema.ts';
import type { PricedAnswers } from '../calculation/priced-answers.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { priceTable } from '../csv/price-tables.ts';
import { sendCsv, sendJsonBytes, wantsCsv } from '../negotiation.ts';
import { valueOrRefuse } from '../request-error.ts';
import { priceQuerySchema, priceRequestSchema } from '../requests/price.ts';
import { scenarioOf } from '../requests/scenario-reference.ts';
import { answers, BODY_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const schema = {
  operationId: 'priceScenario',
  summary: 'Price a scenario: every year, solution, component and municipality',
  description:
    'Base budget and prioritisation pool of each solution, and what each municipality pays, exact to the øre. ' +
    'The answer carries no language and no clock: the same hash gives the same bytes.',
  tags: ['price'],
  body: priceRequestSchema,
  querystring: priceQuerySchema,
  response: answers('The price', priceAnswerSchema, BODY_PROBLEMS, { csv: true }),
};

export function priceRoutes(app: Api, catalogueFor: CatalogueFor, priced: PricedAnswers): void {
  app.post('/v1/price', { schema, config: { right: 'model.compute' } }, async (request, reply) => {
    const { reference, field } = scenarioOf(request.body);
    const catalogue = await catalogueFor(request.identity, [reference]);
    const { bytes, municipalityName } = valueOrRefuse(priced(reference, catalogue), field);
    if (!wantsCsv(request)) return sendJsonBytes(reply, bytes);
    const { table } = request.query;
    const answer: PriceAnswer = JSON.parse(bytes.toString());
    return sendCsv(reply, `price-${table}`, priceTable(table, answer, municipalityName));
  });
}
