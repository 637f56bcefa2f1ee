import type { FastifyReply } from 'fastify';
import { permits } from '../../src/access/permissions.ts';
import { readHistory } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import { keptOrRefuse, RequestError } from '../request-error.ts';
import { requestRefusal } from '../request-refusals.ts';
import { idParamsSchema } from '../requests/listing.ts';
import {
  ADDRESS_PROBLEMS,
  answers,
  CREATION_PROBLEMS,
  LIST_PROBLEMS,
  noContent,
  UPDATE_PROBLEMS,
} from '../route-schema.ts';
import type { Api } from '../validation.ts';
import { create, readable, remove, replace } from './operations.ts';
import { belongingOf, entityTag, storedAnswer } from './stored-answer.ts';
import type { ReadableKind, StoredBody, StoredKind } from './stored-kind.ts';
import { storedPage } from './stored-page.ts';
import {
  asOfQuerySchema,
  creationHeadersSchema,
  listQuerySchemaOf,
  momentOf,
  removalQuerySchema,
  updateHeadersSchema,
} from './stored-schema.ts';

/** Routes that keep things of a kind: create, change and delete, with their history. */
export function writingRoutes(app: Api, store: Store, kind: StoredKind): void {
  creatingRoute(app, store, kind);
  replacingRoute(app, store, kind);
  removingRoute(app, store, kind);
}

/** The route that keeps a new thing. */
export function creatingRoute(app: Api, store: Store, kind: StoredKind): void {
  const schema = writingSchemas(kind).create;
  app.post(`/v1/${kind.kind}`, { schema, config: { right: kind.write } }, async (request, reply) => {
    const { identity, headers } = request;
    const body = request.body as StoredBody;
    const kept = await create({ store, kind, identity }, body, headers['idempotency-key']);
    const { status, answer } = keptOrRefuse(kept);
    return sendKeptAnswer(reply, status, answer);
  });
}

/** The route that keeps a new version of a thing. */
export function replacingRoute(app: Api, store: Store, kind: StoredKind): void {
  const schema = writingSchemas(kind).replace;
  app.put(`/v1/${kind.kind}/:id`, { schema, config: { right: kind.write } }, async (request, reply) => {
    const { identity, headers, params } = request;
    const seen = versionSeen(headers['if-match']);
    const body = request.body as StoredBody;
    const kept = keptOrRefuse(await replace({ store, kind, identity }, params.id, seen, body));
    return reply.header('etag', entityTag(kept)).send(storedAnswer(kept));
  });
}

/** The route that deletes a thing. */
export function removingRoute(app: Api, store: Store, kind: StoredKind): void {
  const schema = writingSchemas(kind).remove;
  app.delete(`/v1/${kind.kind}/:id`, { schema, config: { right: kind.write } }, async (request, reply) => {
    const { identity, headers, params, query } = request;
    const seen = versionSeen(headers['if-match']);
    keptOrRefuse(await remove({ store, kind, identity }, params.id, seen, query.reason ?? ''));
    return reply.code(204).send();
  });
}

/** Routes that read what is kept, as it is now or was known at a moment. */
export function readingRoutes(app: Api, store: Store, kind: ReadableKind): void {
  const path = `/v1/${kind.kind}`;
  const schemas = readingSchemas(kind);
  const config = { right: kind.read };

  app.get(path, { schema: schemas.list, config }, async ({ query, identity }) =>
    storedPage({ store, kind, identity }, query),
  );

  app.get(`${path}/:id`, { schema: schemas.read, config }, async ({ params, query, identity }, reply) => {
    const found = await readable({ store, kind, identity }, params.id, momentOf(query.asOf));
    return reply.header('etag', entityTag(found)).send(storedAnswer(found));
  });
}

/** The route that reads every version of a kept thing. */
export function historyRoute(app: Api, store: Store, kind: ReadableKind): void {
  const schema = readingSchemas(kind).history;
  app.get(
    `/v1/${kind.kind}/:id/versions`,
    { schema, config: { right: kind.read } },
    async ({ params, identity }) => {
      await readable({ store, kind, identity }, params.id);
      const versions = await readHistory(store.database.query, { kind: kind.kind, id: params.id });
      // What was somebody's own before it was shared stays so.
      const seen = versions.filter((one) => permits(identity, kind.read, belongingOf(one, kind.sharedFrom)));
      return { items: seen.map(storedAnswer) };
    },
  );
}

function writingSchemas(kind: StoredKind) {
  const [one] = kind.name;
  const tags = [kind.tag];
  const { request: body, answer } = kind.schemas;
  return {
    create: {
      operationId: `create${one}`,
      summary: `Keep a new ${kind.noun.replace('_', ' ')}`,
      tags,
      headers: creationHeadersSchema,
      body,
      response: answers('It is kept', answer, CREATION_PROBLEMS, { status: 201 }),
    },
    replace: {
      operationId: `replace${one}`,
      summary: 'Keep a new version of it',
      tags,
      headers: updateHeadersSchema,
      params: idParamsSchema,
      body,
      response: answers('The new version', answer, UPDATE_PROBLEMS),
    },
    remove: {
      operationId: `delete${one}`,
      summary: 'Delete a draft of your own; its history stays',
      tags,
      headers: updateHeadersSchema,
      params: idParamsSchema,
      querystring: removalQuerySchema,
      response: noContent('It is deleted', UPDATE_PROBLEMS),
    },
  };
}

function readingSchemas(kind: ReadableKind) {
  const [one, many] = kind.name;
  const tags = [kind.tag];
  const { answer, page, versions } = kind.schemas;
  return {
    list: {
      operationId: `list${many}`,
      summary: `The ${many.toLowerCase()} that you may read`,
      tags,
      querystring: listQuerySchemaOf(kind.filters),
      response: answers('A page, by id', page, LIST_PROBLEMS),
    },
    read: {
      operationId: `get${one}`,
      summary: 'The newest version, or the one known at a moment',
      tags,
      params: idParamsSchema,
      querystring: asOfQuerySchema,
      response: answers('The version', answer, ADDRESS_PROBLEMS),
    },
    history: {
      operationId: `list${one}Versions`,
      summary: 'Every version: who, when and why',
      tags,
      params: idParamsSchema,
      response: answers('The versions, oldest first', versions, ADDRESS_PROBLEMS),
    },
  };
}

/** Sends what a creation answered, byte for byte as it was kept. */
export function sendKeptAnswer(reply: FastifyReply, status: number, answer: string): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send(answer);
}

/** The version that `If-Match` names; a request without one ends here. */
export function versionSeen(tag: string | undefined): bigint {
  if (tag === undefined) throw new RequestError('version-missing', requestRefusal('if_match_missing'));
  return BigInt(tag.slice(1, -1));
}
