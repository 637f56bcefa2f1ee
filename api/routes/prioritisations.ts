import type { SelectionWorkers } from '../../selection/workers.ts';
import { poolEntries } from '../../store/pool-entries.ts';
import type { Store } from '../../store/write.ts';
import { planComparisonAnswer } from '../answers/plan-comparison-answer.ts';
import { planComparisonAnswerSchema } from '../answers/plan-comparison-schema.ts';
import type { Catalogue } from '../calculation/catalogue.ts';
import { ComparisonCancelled, chooseIn } from '../calculation/plans/choose-in-worker.ts';
import { comparePlans } from '../calculation/plans/compare-plans.ts';
import { planDocuments } from '../calculation/plans/documents.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import type { ScenarioReference } from '../calculation/stacked-scenario.ts';
import { planTable } from '../csv/plan-tables.ts';
import { sendCsv, wantsCsv } from '../negotiation.ts';
import { valueOrRefuse } from '../request-error.ts';
import { planComparisonQuerySchema, planComparisonRequestSchema } from '../requests/plan-comparison.ts';
import { scenarioOf } from '../requests/scenario-reference.ts';
import { answers, BODY_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const schema = {
  operationId: 'comparePlans',
  summary: "Councils' proposals and automatic methods side by side, over several years",
  description:
    'What is funded, reduced and deferred; cost and benefit by criterion; the pool used and left in each year; what each ' +
    'area, solution and municipality pays and gets; the rules and the facts they saw; overlap and dominance; and what would ' +
    'have to give way for a named initiative. It explains and recommends nothing.',
  tags: ['prioritisation'],
  body: planComparisonRequestSchema,
  querystring: planComparisonQuerySchema,
  response: answers('The plans side by side', planComparisonAnswerSchema, [...BODY_PROBLEMS, 'busy'], {
    csv: true,
  }),
};

/** Each of five methods may take a minute, and so may each of five questions to each of them. */
const COMPARISON_TIMEOUT_MS = 30 * 60_000;

export function prioritisationRoutes(
  app: Api,
  store: Store,
  catalogueFor: CatalogueFor,
  workers: Pick<SelectionWorkers, 'answer'>,
): void {
  const boundIn = (agreement: string) => poolEntries(store.database.query, agreement);
  const config = { right: 'model.compute' } as const;
  const handlerTimeout = COMPARISON_TIMEOUT_MS;
  app.post('/v1/prioritisations/compare', { schema, config, handlerTimeout }, async (request, reply) => {
    const { body, identity, query } = request;
    const { reference } = scenarioOf(body);
    const catalogue = await catalogueFor(identity, [reference]);
    const documents = valueOrRefuse(
      await planDocuments(body, agreementOf(reference, catalogue), store, identity),
    );
    const cancelled = new AbortController();
    reply.raw.once('close', () => cancelled.abort());
    const means = { boundIn, choose: chooseIn(workers, cancelled.signal), now: () => performance.now() };
    const comparison = await comparePlans(body, documents, catalogue, means).catch(unlessCancelled);
    if (comparison === undefined) return reply.hijack();
    const answer = planComparisonAnswer(valueOrRefuse(comparison));
    if (!wantsCsv(request)) return answer;
    return sendCsv(reply, `plans-${query.table}`, planTable(query.table, answer));
  });
}

function agreementOf(reference: ScenarioReference, { scenarios }: Catalogue): string | undefined {
  return typeof reference === 'string' ? scenarios.get(reference)?.scenario.agreement : reference.agreement;
}

function unlessCancelled(error: unknown): undefined {
  if (!(error instanceof ComparisonCancelled)) throw error;
}
