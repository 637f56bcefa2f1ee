import { z } from 'zod';
import { accepted } from '../../src/refusal.ts';
import type { Store } from '../../store/write.ts';
import { write } from '../../store/write.ts';
import { hashSchema } from '../answers/answer-primitives.ts';
import { priceAnswerSchema } from '../answers/price-schema.ts';
import type { PricedAnswers } from '../calculation/priced-answers.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { MODEL, stackScenario } from '../calculation/stacked-scenario.ts';
import { sendJsonBytes } from '../negotiation.ts';
import { keptOrRefuse, RequestError, valueOrRefuse } from '../request-error.ts';
import { requestRefusal } from '../request-refusals.ts';
import { priceRequestSchema } from '../requests/price.ts';
import { scenarioOf } from '../requests/scenario-reference.ts';
import { keepInputs, keptResult } from '../results/kept-results.ts';
import { ADDRESS_PROBLEMS, answers, BODY_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const keptSchema = z.strictObject({ hash: hashSchema }).meta({ id: 'KeptResult' });

const keepSchema = {
  operationId: 'keepResult',
  summary: 'Keep what a result is computed from, so that it can be computed again years later',
  description:
    'Kept scenarios and decisions do so by themselves: `stored.result` is the hash. Keeping the same result twice keeps it once.',
  tags: ['price'],
  body: priceRequestSchema,
  response: answers('It is kept', keptSchema, BODY_PROBLEMS, { status: 201 }),
};

const readSchema = {
  operationId: 'getResult',
  summary: 'The price that was computed under a hash, byte for byte as it was',
  description:
    'Computed again from the agreement and the changes as they were. Whoever knows the hash has had the answer, or could ' +
    'compute it: it follows from everything in it.',
  tags: ['price'],
  params: z.strictObject({ hash: z.string() }),
  response: answers('The price', priceAnswerSchema, [...ADDRESS_PROBLEMS, 'conflict', 'refused']),
};

export function resultRoutes(
  app: Api,
  store: Store,
  catalogueFor: CatalogueFor,
  priced: PricedAnswers,
): void {
  app.post(
    '/v1/results',
    { schema: keepSchema, config: { right: 'scenario.write' } },
    async ({ body, identity }, reply) => {
      const { reference, field } = scenarioOf(body);
      const catalogue = await catalogueFor(identity, [reference]);
      const stacked = valueOrRefuse(stackScenario(reference, catalogue), field);
      valueOrRefuse(priced(reference, catalogue), field);
      const { hash } = stacked;
      const act = { actor: identity.subject, action: 'results.keep', target: `results/${hash}`, detail: {} };
      const kept = await write(store, act, async (under) =>
        accepted({ value: await keepInputs(under, stacked) }),
      );
      return reply.code(201).send({ hash: keptOrRefuse(kept) });
    },
  );

  app.get(
    '/v1/results/:hash',
    { schema: readSchema, config: { right: 'model.compute' } },
    async ({ params, identity }, reply) => {
      const kept = await keptResult(store.database.query, params.hash);
      if (kept === undefined) throw new RequestError('unknown-resource', requestRefusal('result_not_kept'));
      if (kept.model !== MODEL) throw new RequestError('conflict', requestRefusal('result_of_other_edition'));
      const { scenario, loaded } = kept;
      const catalogue = await catalogueFor(identity, []);
      const asItWas = { ...catalogue, agreements: new Map([[scenario.agreement, loaded]]) };
      return sendJsonBytes(reply, valueOrRefuse(priced(scenario, asItWas)).bytes);
    },
  );
}
