import { readHistory } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import { keptOrRefuse, RequestError, valueOrRefuse } from '../request-error.ts';
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
import { contentOf, create, readable, remove, replace } from './operations.ts';
import { entityTag, storedAnswer } from './stored-answer.ts';
import type { Keeping, ReadableKind, StoredBody, StoredKind } from './stored-kind.ts';
import { storedPage } from './stored-page.ts';
import {
  asOfQuerySchema,
  creationHeadersSchema,
  momentOf,
  removalQuerySchema,
  storedListQuerySchema,
  updateHeadersSchema,
} from './stored-schema.ts';

/** Routes that keep things of a kind: create, change and delete, with their history. */
export function writingRoutes(app: Api, store: Store, kind: StoredKind): void {
  const path = `/v1/${kind.kind}`;
  const schemas = writingSchemas(kind);
  const config = { right: kind.write };
  const asking = ({ identity }: { identity: Parameters<StoredKind['check']>[1] }) => ({
    store,
    kind,
    identity,
  });

  app.post(path, { schema: schemas.create, config }, async (request, reply) => {
    const body = request.body as StoredBody;
    const keeping = await checked(kind, body, request.identity);
    const { status, answer } = keptOrRefuse(
      await create(asking(request), body, keeping, request.headers['idempotency-key']),
    );
    return reply.code(status).type('application/json; charset=utf-8').send(answer);
  });

  app.put(`${path}/:id`, { schema: schemas.replace, config }, async (request, reply) => {
    const body = request.body as StoredBody;
    const keeping = await checked(kind, body, request.identity);
    const seen = versionSeen(request.headers['if-match']);
    const kept = keptOrRefuse(await replace(asking(request), request.params.id, seen, body, keeping));
    return reply.header('etag', entityTag(kept)).send(storedAnswer(kept));
  });

  app.delete(`${path}/:id`, { schema: schemas.remove, config }, async (request, reply) => {
    const seen = versionSeen(request.headers['if-match']);
    keptOrRefuse(await remove(asking(request), request.params.id, seen, request.query.reason ?? ''));
    return reply.code(204).send();
  });
}

/** What is kept of what a client sends; ends the request where the kind refuses it. */
async function checked(
  kind: StoredKind,
  body: StoredBody,
  identity: Parameters<StoredKind['check']>[1],
): Promise<Keeping> {
  const content = contentOf(body);
  valueOrRefuse(await kind.check(content, identity));
  const completed = await kind.complete?.(content, identity);
  return completed === undefined ? { content } : keptOrRefuse(completed);
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
      return { items: versions.map(storedAnswer) };
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
      querystring: storedListQuerySchema,
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

/** The version that `If-Match` names; a request without one ends here. */
export function versionSeen(tag: string | undefined): bigint {
  if (tag === undefined) throw new RequestError('version-missing', requestRefusal('if_match_missing'));
  return BigInt(tag.slice(1, -1));
}
