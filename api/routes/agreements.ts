import { z } from 'zod';
import { withParts } from '../../data/agreement-parts.ts';
import { canonicalDocument } from '../../data/canonical-document.ts';
import type { LoadedAgreement } from '../../data/load-agreement.ts';
import { agreementSchema } from '../../data/schema/agreement.ts';
import { bilingualSchema, idSchema, yearSchema } from '../../data/schema/primitives.ts';
import { type ResourceVersion, readResource } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import { hashSchema } from '../answers/answer-primitives.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { found } from '../found.ts';
import { pageOf } from '../listing.ts';
import { keptOrRefuse, RequestError } from '../request-error.ts';
import { unknownId } from '../request-refusals.ts';
import { idParamsSchema, listingQuerySchema, pageSchema } from '../requests/listing.ts';
import {
  ADDRESS_PROBLEMS,
  answers,
  CREATION_PROBLEMS,
  LIST_PROBLEMS,
  UPDATE_PROBLEMS,
} from '../route-schema.ts';
import { AGREEMENTS, type KeptAgreement } from '../stored/agreement-kind.ts';
import { keptParts } from '../stored/agreement-parts.ts';
import { publishAgreement } from '../stored/publish-agreement.ts';
import { entityTag } from '../stored/stored-answer.ts';
import { versionSeen } from '../stored/stored-routes.ts';
import {
  asOfQuerySchema,
  creationHeadersSchema,
  momentOf,
  removalQuerySchema,
  updateHeadersSchema,
} from '../stored/stored-schema.ts';
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
  querystring: asOfQuerySchema,
  response: answers('The agreement, every list in canonical order', agreementSchema, ADDRESS_PROBLEMS),
};

const publishSchema = {
  operationId: 'publishAgreement',
  summary: 'Publish an agreement',
  tags: ['data'],
  headers: creationHeadersSchema,
  querystring: removalQuerySchema,
  body: agreementSchema,
  response: answers('It is published', agreementSchema, CREATION_PROBLEMS, { status: 201 }),
};

const correctSchema = {
  operationId: 'correctAgreement',
  summary: 'Publish a corrected version of an agreement, such as one with a new index vintage',
  description: 'What was published before stays as it was and can be read as of any moment.',
  tags: ['data'],
  headers: updateHeadersSchema,
  params: idParamsSchema,
  querystring: removalQuerySchema,
  body: agreementSchema,
  response: answers('The corrected version', agreementSchema, UPDATE_PROBLEMS),
};

export function agreementRoutes(app: Api, store: Store, published: PublishedAgreements): void {
  app.get('/v1/agreements', { schema: listSchema, config: { right: 'model.read' } }, async (request) => {
    const { items, ...more } = pageOf(await published(), request.query);
    return { items: items.map(summaryOf), ...more };
  });

  app.get(
    '/v1/agreements/:id',
    { schema: readSchema, config: { right: 'model.read' } },
    async (request, reply) => {
      const { id } = request.params;
      const asOf = momentOf(request.query.asOf);
      const kept = await readResource(store.database.query, { kind: AGREEMENTS, id }, asOf);
      if (kept === undefined) return found('agreement', new Map(), id);
      const newest = asOf === undefined ? (await published()).get(id)?.document : undefined;
      return reply.headers({ etag: entityTag(kept) }).send(newest ?? (await documentAsOf(store, kept, asOf)));
    },
  );

  app.post(
    '/v1/agreements',
    { schema: publishSchema, config: { right: 'agreement.publish' } },
    async (request, reply) => {
      const { identity, query, headers } = request;
      const idempotencyKey = headers['idempotency-key'];
      const publication = {
        ...{ identity, reason: query.reason ?? '', seen: 0n },
        ...(idempotencyKey !== undefined && { idempotencyKey }),
      };
      const { document } = keptOrRefuse(await publishAgreement(store, request.body, publication));
      return reply.code(201).send(document);
    },
  );

  app.put(
    '/v1/agreements/:id',
    { schema: correctSchema, config: { right: 'agreement.publish' } },
    async (request) => {
      const { id } = request.params;
      const before = found('agreement', await published(), id);
      if (request.body.agreement !== id)
        throw new RequestError(
          'refused',
          unknownId('agreement', request.body.agreement, [id], ['agreement']),
        );
      const seen = versionSeen(request.headers['if-match']);
      const publication = { identity: request.identity, reason: request.query.reason ?? '', seen };
      return keptOrRefuse(await publishAgreement(store, request.body, publication, before)).document;
    },
  );
}

/** The document of a version with what was kept beside it at the moment, in canonical order. */
async function documentAsOf({ database }: Store, { id, body }: ResourceVersion, asOf: string | undefined) {
  const parts = await keptParts(database.query, asOf);
  return canonicalDocument(withParts((body as KeptAgreement).document, parts(id)));
}

function summaryOf({ document: { agreement, version, title, baseYear }, hash }: LoadedAgreement) {
  return { agreement, version, title, baseYear, hash };
}
