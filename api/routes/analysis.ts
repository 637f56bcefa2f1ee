import { goalSeekAnswer, goalSeekAnswerSchema } from '../answers/goal-seek-answer.ts';
import { sensitivityAnswer, sensitivityAnswerSchema } from '../answers/sensitivity-answer.ts';
import { findGoal } from '../calculation/found-goal.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { sensitivityOf } from '../calculation/sensitivity.ts';
import { goalSeekTable, sensitivityTable } from '../csv/analysis-tables.ts';
import { sendCsv, wantsCsv } from '../negotiation.ts';
import { valueOrRefuse } from '../request-error.ts';
import { goalSeekRequestSchema, sensitivityRequestSchema } from '../requests/goal-seek.ts';
import { answers, BODY_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const goalSeekSchema = {
  operationId: 'seekGoal',
  summary: 'Which value of one parameter makes a figure meet a target?',
  description:
    'Exact to the step of the parameter: every solution is bracketed by figures that were really computed, and several are ' +
    'reported. The target may be what another scenario gives: the break-even of the two.',
  tags: ['scenarios'],
  body: goalSeekRequestSchema,
  response: answers('Where the target is met', goalSeekAnswerSchema, BODY_PROBLEMS, { csv: true }),
};

const sensitivitySchema = {
  operationId: 'analyseSensitivity',
  summary: 'How far does a figure move with each parameter?',
  description:
    'Each parameter a step down and a step up, all others as they are: the bars of a tornado diagram, and elasticities.',
  tags: ['scenarios'],
  body: sensitivityRequestSchema,
  response: answers('The movements, the largest first', sensitivityAnswerSchema, BODY_PROBLEMS, {
    csv: true,
  }),
};

const config = { right: 'model.compute' } as const;

export function analysisRoutes(app: Api, catalogueFor: CatalogueFor): void {
  app.post('/v1/goal-seek', { schema: goalSeekSchema, config }, async (request, reply) => {
    const { scenario, target } = request.body;
    const others = typeof target === 'string' ? [] : [target.scenario];
    const catalogue = await catalogueFor(request.identity, [scenario, ...others]);
    const answer = goalSeekAnswer(valueOrRefuse(await findGoal(request.body, catalogue)));
    return wantsCsv(request) ? sendCsv(reply, 'goal-seek', goalSeekTable(answer)) : answer;
  });

  app.post('/v1/sensitivity', { schema: sensitivitySchema, config }, async (request, reply) => {
    const catalogue = await catalogueFor(request.identity, [request.body.scenario]);
    const answer = sensitivityAnswer(valueOrRefuse(await sensitivityOf(request.body, catalogue)));
    return wantsCsv(request) ? sendCsv(reply, 'sensitivity', sensitivityTable(answer)) : answer;
  });
}
