import { z } from 'zod';
import { bilingualSchema, idSchema } from '../../data/schema/primitives.ts';
import { scenarioFileSchema, scenarioSchema } from '../../scenarios/schema.ts';
import type { Catalogue } from '../calculation/catalogue.ts';
import { found } from '../found.ts';
import { pageOf } from '../listing.ts';
import { idParamsSchema, listingQuerySchema, pageSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers, LIST_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const { agreement, years, basedOn } = scenarioSchema.shape;

const scenariosSchema = pageSchema(
  z.strictObject({ id: idSchema, title: bilingualSchema, agreement, years, basedOn }),
).meta({ id: 'ScenarioPage' });

const listSchema = {
  operationId: 'listScenarios',
  summary: 'The stored scenarios',
  tags: ['scenarios'],
  querystring: listingQuerySchema,
  response: answers('A page of scenarios, by id', scenariosSchema, LIST_PROBLEMS),
};

const readSchema = {
  operationId: 'getScenario',
  summary: 'A stored scenario with its explanation and the figures it must give',
  tags: ['scenarios'],
  params: idParamsSchema,
  response: answers('The scenario', scenarioFileSchema, ADDRESS_PROBLEMS),
};

export function scenarioRoutes(app: Api, { scenarios }: Catalogue): void {
  app.get('/v1/scenarios', { schema: listSchema }, async (request) => {
    const { items, ...more } = pageOf(scenarios, request.query);
    const summaries = items.map(({ id, title, scenario: { changes: _, ...scenario } }) => ({
      id,
      title,
      ...scenario,
    }));
    return { items: summaries, ...more };
  });

  app.get('/v1/scenarios/:id', { schema: readSchema }, async (request) => {
    const { $schema: _, ...file } = found('scenario', scenarios, request.params.id);
    return file;
  });
}
