import { z } from 'zod';
import { agreementSchema } from '../../data/schema/agreement.ts';
import { bilingualSchema, idSchema, yearSchema } from '../../data/schema/primitives.ts';
import { hashSchema } from '../answers/answer-primitives.ts';
import type { Catalogue } from '../calculation/catalogue.ts';
import { found } from '../found.ts';
import { pageOf } from '../listing.ts';
import { idParamsSchema, listingQuerySchema, pageSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers, LIST_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const agreementsSchema = pageSchema(
  z.strictObject({
    agreement: idSchema,
    version: z.string(),
    title: bilingualSchema,
    baseYear: yearSchema,
    hash: hashSchema,
  }),
).meta({ id: 'AgreementPage' });

const listSchema = {
  operationId: 'listAgreements',
  summary: 'The agreements that scenarios can be about',
  tags: ['data'],
  querystring: listingQuerySchema,
  response: answers('A page of agreements, by id', agreementsSchema, LIST_PROBLEMS),
};

const readSchema = {
  operationId: 'getAgreement',
  summary: 'An agreement as data',
  description: 'Complete enough to recompute every figure by hand; every figure says where it comes from.',
  tags: ['data'],
  params: idParamsSchema,
  response: answers('The agreement, every list in canonical order', agreementSchema, ADDRESS_PROBLEMS),
};

export function agreementRoutes(app: Api, { agreements }: Catalogue): void {
  app.get('/v1/agreements', { schema: listSchema, config: { right: 'model.read' } }, async (request) => {
    const { items, ...more } = pageOf(agreements, request.query);
    const summaries = items.map(({ document: { agreement, version, title, baseYear }, hash }) => ({
      agreement,
      version,
      title,
      baseYear,
      hash,
    }));
    return { items: summaries, ...more };
  });

  app.get(
    '/v1/agreements/:id',
    { schema: readSchema, config: { right: 'model.read' } },
    async (request, reply) => {
      const { document, hash } = found('agreement', agreements, request.params.id);
      reply.header('etag', `"${hash}"`);
      return document;
    },
  );
}
