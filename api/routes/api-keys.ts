import { type ApiKey, listApiKeys, revokeApiKey } from '../../store/api-keys.ts';
import { type Store, write } from '../../store/write.ts';
import { makeKey } from '../access/make-key.ts';
import { cutToPage, idFrom } from '../listing.ts';
import { keptOrRefuse } from '../request-error.ts';
import { apiKeyPageSchema, apiKeyRequestSchema, madeApiKeySchema, wantedKey } from '../requests/api-keys.ts';
import { idParamsSchema, listingQuerySchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers, BODY_PROBLEMS, LIST_PROBLEMS, noContent } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const tags = ['access'];

const createSchema = {
  operationId: 'createApiKey',
  summary: 'Make a key for a program',
  description:
    'The answer shows the key once: what is kept is only a hash of it. So no Idempotency-Key is taken here; revoke a key ' +
    'whose answer was lost, and make another. The program shows it as `Authorization: Bearer k98_…`.',
  tags,
  body: apiKeyRequestSchema,
  response: answers('The key', madeApiKeySchema, BODY_PROBLEMS, { status: 201 }),
};

const listSchema = {
  operationId: 'listApiKeys',
  summary: 'All keys, expired and revoked ones too, without their secrets',
  tags,
  querystring: listingQuerySchema,
  response: answers('A page, by id', apiKeyPageSchema, LIST_PROBLEMS),
};

const revokeSchema = {
  operationId: 'revokeApiKey',
  summary: 'Revoke a key: it opens nothing from now on',
  tags,
  params: idParamsSchema,
  response: noContent('It is revoked', ADDRESS_PROBLEMS),
};

/** @param newKey makes a key that nobody can guess */
export function apiKeyRoutes(app: Api, store: Store, newKey: () => string): void {
  const config = { right: 'key.manage' } as const;

  app.post('/v1/api-keys', { schema: createSchema, config }, async ({ body, identity }, reply) => {
    const key = newKey();
    const made = keptOrRefuse(await makeKey(store, identity.subject, key, wantedKey(body)));
    return reply.code(201).send({ ...shown(made), key });
  });

  app.get('/v1/api-keys', { schema: listSchema, config }, async ({ query: { limit, cursor } }) => {
    const after = cursor === undefined ? {} : { after: idFrom(cursor) };
    const keys = await listApiKeys(store.database.query, { limit: limit + 1, ...after });
    const page = cutToPage(keys, limit, ({ id }) => id);
    return { ...page, items: page.items.map(shown) };
  });

  app.delete('/v1/api-keys/:id', { schema: revokeSchema, config }, async ({ params, identity }, reply) => {
    const target = `api-keys/${params.id}`;
    const act = { actor: identity.subject, action: 'api-keys.revoke', target, detail: {} };
    keptOrRefuse(await write(store, act, (under) => revokeApiKey(under, params.id)));
    return reply.code(204).send();
  });
}

function shown({ identity: { roles, municipality }, ...key }: ApiKey) {
  return { ...key, roles, ...(municipality !== undefined && { municipality }) };
}
