import type { FastifySchema } from 'fastify';
import { z } from 'zod';
import { PROBLEM_KINDS, type ProblemKind } from './problem.ts';

/** What a route says of itself: it checks requests and makes the OpenAPI description. */
export interface RouteSchema extends FastifySchema {
  readonly body?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly params?: z.ZodType;
  readonly querystring?: z.ZodType;
  readonly response?: Readonly<Record<string, AnswerSchema>>;
}

/** One status of an operation and the forms in which it can be answered. */
export interface AnswerSchema {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: z.ZodType }>>;
}

const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    current: z
      .looseObject({})
      .exactOptional()
      .meta({ description: 'With 412: the newest version, to merge with' }),
    errors: z.array(
      z.strictObject({
        pointer: z
          .string()
          .meta({ description: 'JSON pointer (RFC 6901) into the body; empty: the request as a whole' }),
        parameter: z
          .string()
          .exactOptional()
          .meta({ description: 'The parameter of the address that is wrong, when it is not the body' }),
        code: z.string().meta({ description: 'Reads as a fact and never changes' }),
        message: z.string().meta({ description: 'What is wrong and what to do, in the language asked for' }),
      }),
    ),
  })
  .meta({ id: 'Problem', description: 'Problem details as in RFC 9457' });

export const CSV_SCHEMA = z.string().meta({
  description: 'Flat rows for Danish Excel and Power Query: UTF-8 with BOM, semicolon, decimal comma',
});

/**
 * The answer when all is well, as JSON and in the other forms that are offered; and the problems there can be.
 */
export function answers(
  description: string,
  schema: z.ZodType,
  problems: readonly ProblemKind[],
  offers: {
    readonly csv?: true;
    readonly status?: 200 | 201;
    readonly also?: Readonly<Record<string, z.ZodType>>;
  } = {},
): Record<string, AnswerSchema> {
  const forms = { 'application/json': schema, ...(offers.csv && { 'text/csv': CSV_SCHEMA }), ...offers.also };
  const content = Object.fromEntries(Object.entries(forms).map(([type, form]) => [type, { schema: form }]));
  return {
    [offers.status ?? 200]: { description, content },
    ...problemAnswers(problems),
  };
}

function problemAnswers(problems: readonly ProblemKind[]): Record<string, AnswerSchema> {
  const kinds = [...problems, ...ALWAYS_POSSIBLE];
  return Object.fromEntries(kinds.map((kind) => [PROBLEM_KINDS[kind].status, problemAnswer(kind)]));
}

function problemAnswer(kind: ProblemKind): AnswerSchema {
  return {
    description: PROBLEM_KINDS[kind].title.en,
    content: { 'application/problem+json': { schema: problemSchema } },
  };
}

/** The answer when all is well in forms that are not JSON, by media type; and the problems there can be. */
export function plainAnswers(
  description: string,
  forms: Readonly<Record<string, z.ZodType>>,
  problems: readonly ProblemKind[],
): Record<string, AnswerSchema> {
  const content = Object.fromEntries(Object.entries(forms).map(([type, schema]) => [type, { schema }]));
  return { 200: { description, content }, ...problemAnswers(problems) };
}

/** A success without content, and the problems there can be. */
export function noContent(
  description: string,
  problems: readonly ProblemKind[],
): Record<string, AnswerSchema> {
  return { 204: { description, content: {} }, ...problemAnswers(problems) };
}

/** What every route can answer, whatever it does. */
const ALWAYS_POSSIBLE = [
  'unauthenticated',
  'forbidden',
  'too-many-requests',
  'internal-error',
  'service-unavailable',
] as const satisfies readonly ProblemKind[];

/** What every route with a body can answer when the body is not as it should be. */
export const BODY_PROBLEMS = [
  'malformed-request',
  'not-acceptable',
  'request-too-large',
  'unsupported-media-type',
  'refused',
] as const satisfies readonly ProblemKind[];

export const LIST_PROBLEMS = [
  'malformed-request',
  'not-acceptable',
] as const satisfies readonly ProblemKind[];

export const ADDRESS_PROBLEMS = [
  'unknown-resource',
  'not-acceptable',
] as const satisfies readonly ProblemKind[];

/** What a report can answer: it is asked for by its address, and computed like a price. */
export const REPORT_PROBLEMS = [
  'malformed-request',
  'unknown-resource',
  'not-acceptable',
  'refused',
] as const satisfies readonly ProblemKind[];

export const CREATION_PROBLEMS = [
  ...BODY_PROBLEMS,
  'conflict',
  'insufficient-storage',
] as const satisfies readonly ProblemKind[];

export const UPDATE_PROBLEMS = [
  ...BODY_PROBLEMS,
  'unknown-resource',
  'conflict',
  'version-conflict',
  'version-missing',
  'insufficient-storage',
] as const satisfies readonly ProblemKind[];
