import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { readRows } from '../tables/read-rows.ts';
import type { ReadRows } from '../tables/table.ts';
import { BODY_LIMIT } from './json-body.ts';
import { XLSX } from './negotiation.ts';
import { RequestError, valueOrRefuse } from './request-error.ts';
import { requestRefusal } from './request-refusals.ts';
import { type Api, validateByZod } from './validation.ts';

/** The media types in which a table can be sent. */
export const TABLE_TYPES = ['text/csv', XLSX];

/** Five hundred initiatives with weights for all municipalities take half of it. */
const TABLE_LIMIT = 8 * BODY_LIMIT;

/** Routes that take a table as their body, in CSV or XLSX. */
export async function withTableBodies(app: Api, addRoutes: (scope: Api) => void): Promise<void> {
  await app.register(async (scope: Api) => {
    scope.addContentTypeParser(
      TABLE_TYPES,
      { parseAs: 'buffer', bodyLimit: TABLE_LIMIT },
      async (_: unknown, body: Buffer) => body,
    );
    scope.setValidatorCompiler(validateAllButBody);
    addRoutes(scope);
  });
}

/** The rows of a table are checked by whoever knows what they are about; a schema sees only bytes. */
const validateAllButBody: FastifySchemaCompiler<z.ZodType> = (route) =>
  route.httpPart === 'body' ? (value: unknown) => ({ value }) : validateByZod(route);

/** The rows that a request sent; ends the request when there are none or they cannot be read. */
export function rowsIn(body: unknown): ReadRows {
  if (!Buffer.isBuffer(body)) throw new RequestError('malformed-request', requestRefusal('body_missing'));
  return valueOrRefuse(readRows(body));
}
