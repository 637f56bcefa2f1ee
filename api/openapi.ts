import fastifySwagger, { type SwaggerTransform } from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import type { OpenAPIV3_1 } from 'openapi-types';
import { z } from 'zod';
import { withExamples } from './examples/with-examples.ts';
import type { AnswerSchema, RouteSchema } from './route-schema.ts';

/**
 * Describes every route registered after it as OpenAPI 3.1, made from the very schemas that check requests:
 * schemas with an id become components, once each, and everything else is written where it is used.
 */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.1',
      info: INFO,
      // Wherever it is reached: what is tried at /docs goes to the server that shows it, as its policy demands.
      servers: [{ url: '/', description: 'Where this description comes from' }],
      tags: TAGS,
      components: { securitySchemes: SECURITY_SCHEMES },
    },
    transform: describeRoute,
    transformObject: (described) =>
      'openapiObject' in described
        ? withExamples({ ...(described.openapiObject as OpenAPIV3_1.Document), components: components() })
        : described.swaggerObject,
  });
}

const INFO = {
  title: 'K98 model',
  version: '1.0.0',
  license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
  description: [
    'Prices, splits, prioritises and explains the K98 Serviceaftale exactly to the øre.',
    'Money is a string of kroner with two decimals (`"1234.50"`), rates are decimal strings (`"0.0275"`).',
    'Errors are RFC 9457 problems in Danish or English by `Accept-Language`; their codes never change.',
  ].join(' '),
};

const TAGS = [
  { name: 'data', description: 'What is calculated from: agreements, scenarios and rule sets' },
  { name: 'price', description: 'Prices, splits and the derivation of every figure' },
  { name: 'scenarios', description: 'Scenarios side by side and on top of each other' },
  { name: 'prioritisation', description: 'Proposals for the prioritisation pool, judged by rules' },
  { name: 'accession', description: 'Who has joined the agreement' },
  { name: 'access', description: 'Who may come in, and what was done' },
  { name: 'reports', description: 'Price lists, and the pool from contribution to benefit' },
  { name: 'invoices', description: 'Split plans, invoice runs, invoices and statements' },
  { name: 'service', description: 'The service itself' },
];

const COMPONENTS = '#/components/schemas/';

const describeRoute: SwaggerTransform = ({ schema, url, route }) => {
  const { body, headers, params, querystring, response, ...rest } = (schema ?? {}) as RouteSchema;
  const described = {
    ...rest,
    security: securityOf(route.config?.right),
    ...(body && { body: jsonSchemaOf(body) }),
    ...(headers && { headers: jsonSchemaOf(headers) }),
    ...(params && { params: jsonSchemaOf(params) }),
    ...(querystring && { querystring: jsonSchemaOf(querystring) }),
    ...(response && { response: mapValues(response, describeAnswer) }),
  };
  return { schema: described, url };
};

/** Which right a route asks for, by either way of showing who one is. */
function securityOf(right: string | undefined): Record<string, string[]>[] {
  if (right === undefined || right === 'open') return [];
  const rights = right === 'known' ? [] : [right];
  return Object.keys(SECURITY_SCHEMES).map((scheme) => ({ [scheme]: rights }));
}

const SECURITY_SCHEMES = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description:
      'An access token (JWT) of the identity provider, or a key (`k98_…`). A server that was started without access control asks for neither.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-k98-session',
    description:
      'What a browser holds after `/login`. Unsafe requests repeat `csrfToken` of `/v1/me` in the header `X-CSRF-Token`.',
  },
} as const;

function describeAnswer({ description, content }: AnswerSchema): object {
  if (Object.keys(content).length === 0) return { type: 'null', description };
  return { description, content: mapValues(content, ({ schema }) => ({ schema: jsonSchemaOf(schema) })) };
}

/** A reference to a schema that has an id, the schema itself otherwise. */
function jsonSchemaOf(schema: z.ZodType): object {
  const id = z.globalRegistry.get(schema)?.id;
  if (id !== undefined) return { $ref: `${COMPONENTS}${id}` };
  const { $schema: _, ...jsonSchema } = z.toJSONSchema(schema, { io: 'input' });
  return jsonSchema;
}

function components(): OpenAPIV3_1.ComponentsObject {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { io: 'input', uri: (id) => `${COMPONENTS}${id}` });
  const bare = mapValues(schemas, ({ $schema: _, $id: __, ...schema }) => schema as OpenAPIV3_1.SchemaObject);
  return { schemas: bare, securitySchemes: SECURITY_SCHEMES };
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
