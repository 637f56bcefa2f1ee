import { poolEntries } from '../../store/pool-entries.ts';
import type { Store } from '../../store/write.ts';
import { simulationAnswer } from '../answers/simulation-answer.ts';
import { simulationAnswerSchema } from '../answers/simulation-schema.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { simulateRequest } from '../calculation/simulation.ts';
import { valueOrRefuse } from '../request-error.ts';
import { scenarioOf } from '../requests/scenario-reference.ts';
import { simulationRequestSchema } from '../requests/simulation.ts';
import { answers, BODY_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const schema = {
  operationId: 'simulateProposals',
  summary: 'What becomes of proposals for the prioritisation pool under a rule set',
  description:
    'Per initiative: funded, reduced, deferred, referred to the board or rejected, with the moves in double ' +
    'entry and every rule that fired or failed with the facts it saw. Base budgets are the same before and after.',
  tags: ['prioritisation'],
  body: simulationRequestSchema,
  response: answers('The outcomes of each proposal', simulationAnswerSchema, BODY_PROBLEMS),
};

export function simulationRoutes(app: Api, store: Store, catalogueFor: CatalogueFor): void {
  const boundIn = (agreement: string) => poolEntries(store.database.query, agreement);
  app.post('/v1/simulations', { schema, config: { right: 'model.compute' } }, async (request) => {
    const { reference } = scenarioOf(request.body);
    const catalogue = await catalogueFor(request.identity, [reference]);
    const { simulation, hash } = valueOrRefuse(await simulateRequest(request.body, catalogue, boundIn));
    return simulationAnswer(simulation, hash);
  });
}
