import { explain } from '../../src/explanation/explain.ts';
import { explanationAnswer } from '../answers/explanation-answer.ts';
import { explanationAnswerSchema } from '../answers/explanation-schema.ts';
import { calculateScenario } from '../calculation/calculation.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { valueOrRefuse } from '../request-error.ts';
import { explanationRequestSchema } from '../requests/explanation.ts';
import { scenarioOf } from '../requests/scenario-reference.ts';
import { answers, BODY_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const schema = {
  operationId: 'explainFigure',
  summary: 'Why this amount? The steps from base prices to exactly this figure',
  description:
    'Every step with its formula, the rates, keys and roundings used, where they come from, and a sentence in ' +
    'Danish and English; each step starts from the exact value that the one before it ended with.',
  tags: ['price'],
  body: explanationRequestSchema,
  response: answers('The derivation of the figure', explanationAnswerSchema, BODY_PROBLEMS),
};

export function explanationRoutes(app: Api, catalogueFor: CatalogueFor): void {
  app.post('/v1/explanations', { schema, config: { right: 'model.compute' } }, async (request) => {
    const { reference, field } = scenarioOf(request.body);
    const catalogue = await catalogueFor(request.identity, [reference]);
    const { prices, shares, hash } = valueOrRefuse(calculateScenario(reference, catalogue), field);
    const explanation = valueOrRefuse(explain(prices, shares, request.body.figure), 'figure');
    return explanationAnswer(explanation, hash);
  });
}
