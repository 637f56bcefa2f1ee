import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { csvOf } from '../tables/csv/write-csv.ts';
import type { Table } from '../tables/table.ts';
import { xlsxOf } from '../tables/xlsx/write-xlsx.ts';
import { RequestError } from './request-error.ts';
import { mediaTypeNotOffered } from './request-refusals.ts';
import type { RouteSchema } from './route-schema.ts';

const CSV = 'text/csv';

/** The media type of Excel's files. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Refuses (406), before anything is read or computed, what a route's own description does not offer. */
export function refuseUnofferedTypes(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const offered = offeredTypes(request);
    if (offered.length > 1) reply.header('vary', 'accept');
    if (offered.length > 0 && preferredType(request, offered) === undefined)
      throw new RequestError('not-acceptable', mediaTypeNotOffered(offered));
  });
}

/** Whether `Accept` prefers flat rows to JSON. */
export function wantsCsv(request: FastifyRequest): boolean {
  return preferredOf(request) === CSV;
}

/** The media type that `Accept` prefers among those that the route offers. */
export function preferredOf(request: FastifyRequest): string | undefined {
  return preferredType(request, offeredTypes(request));
}

/** Whether `Accept` takes a media type at all. */
export function accepts({ headers }: FastifyRequest, mediaType: string): boolean {
  return new Negotiator({ headers }).mediaType([mediaType]) !== undefined;
}

/** Sends a table as a file that a spreadsheet opens. */
export function sendCsv(reply: FastifyReply, name: string, table: Table): FastifyReply {
  return sendFile(reply, { name: `${name}.csv`, mediaType: CSV }, csvOf(table));
}

/** Sends something to be kept under a name. */
export function sendFile(
  reply: FastifyReply,
  { name, mediaType }: { readonly name: string; readonly mediaType: string },
  content: string | Uint8Array | Readable,
): FastifyReply {
  return reply
    .headers({
      'content-type': mediaType === CSV ? `${CSV}; charset=utf-8; header=present` : mediaType,
      'content-disposition': `attachment; filename="${name}"`,
    })
    .send(content);
}

/** Sends a table in the form that `Accept` prefers, CSV or XLSX; undefined where it prefers JSON. */
export function sendTable(
  request: FastifyRequest,
  reply: FastifyReply,
  name: string,
  tableOf: () => Table,
): FastifyReply | undefined {
  const preferred = preferredOf(request);
  if (preferred === CSV) return sendCsv(reply, name, tableOf());
  if (preferred !== XLSX) return undefined;
  return reply
    .headers({ 'content-type': XLSX, 'content-disposition': `attachment; filename="${name}.xlsx"` })
    .send(Buffer.from(xlsxOf(tableOf(), name)));
}

/** JSON that is already in bytes. */
export function sendJsonBytes(reply: FastifyReply, bytes: Buffer): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(bytes);
}

function offeredTypes({ routeOptions }: FastifyRequest): string[] {
  const { response } = (routeOptions.schema ?? {}) as RouteSchema;
  return Object.keys(response?.['200']?.content ?? {});
}

function preferredType({ headers }: FastifyRequest, offered: readonly string[]): string | undefined {
  return new Negotiator({ headers }).mediaType(offered);
}
