import { z } from 'zod';
import { bilingualSchema, dateSchema, idSchema } from '../../data/schema/primitives.ts';
import { ruleSetSchema } from '../../rules/schema.ts';
import type { Catalogue } from '../calculation/catalogue.ts';
import { found } from '../found.ts';
import { pageOf } from '../listing.ts';
import { idParamsSchema, listingQuerySchema, pageSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers, LIST_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const ruleSetsSchema = pageSchema(
  z.strictObject({
    id: idSchema,
    title: bilingualSchema,
    version: z.string(),
    effectiveFrom: dateSchema,
    effectiveTo: dateSchema.exactOptional(),
  }),
).meta({ id: 'RuleSetPage' });

const listSchema = {
  operationId: 'listRuleSets',
  summary: 'The rule sets that proposals can meet',
  tags: ['data'],
  querystring: listingQuerySchema,
  response: answers('A page of rule sets, by id', ruleSetsSchema, LIST_PROBLEMS),
};

const readSchema = {
  operationId: 'getRuleSet',
  summary: 'A rule set with its rules, their explanations and sources',
  tags: ['data'],
  params: idParamsSchema,
  response: answers('The rule set', ruleSetSchema, ADDRESS_PROBLEMS),
};

export function ruleSetRoutes(app: Api, { ruleSets }: Catalogue): void {
  app.get('/v1/rule-sets', { schema: listSchema, config: { right: 'model.read' } }, async (request) => {
    const { items, ...more } = pageOf(ruleSets, request.query);
    const summaries = items.map(({ document: { $schema: _, rules: __, ...summary } }) => summary);
    return { items: summaries, ...more };
  });

  app.get('/v1/rule-sets/:id', { schema: readSchema, config: { right: 'model.read' } }, async (request) => {
    const { $schema: _, ...document } = found('rule_set', ruleSets, request.params.id).document;
    return document;
  });
}
