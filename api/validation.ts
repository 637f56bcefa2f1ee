import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifySchemaCompiler,
  FastifySerializerCompiler,
  FastifyTypeProvider,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { z } from 'zod';
import { checkForm } from '../data/schema/describe-issues.ts';
import { ParameterError, RequestError } from './request-error.ts';

/** Gives handlers the types that the route's zod schemas describe. */
interface ZodTypeProvider extends FastifyTypeProvider {
  validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown;
}

/** The application as routes see it. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/**
 * Checks parameters and bodies with zod. Written here rather than taken from fastify-type-provider-zod, which
 * joins paths unescaped and so cannot point at a field whose name holds a slash.
 */
export const validateByZod: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data: unknown) => {
    const checked = checkForm(schema, data);
    if (checked.ok) return { value: checked.value };
    const { refusals } = checked;
    if (httpPart !== 'body') return { error: new ParameterError(...refusals) };
    return { error: new RequestError('malformed-request', ...refusals) };
  };

/**
 * Writes answers as they are. That they match the schema they are described by is proven by tests, not by a
 * second look at every figure of every answer.
 */
export const serialiseAsJson: FastifySerializerCompiler<unknown> = () => JSON.stringify;
