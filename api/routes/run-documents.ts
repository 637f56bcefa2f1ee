import { Readable } from 'node:stream';
import { z } from 'zod';
import { invoiceSchema } from '../../data/schema/invoice.ts';
import { XLSX } from '../../documents/formats.ts';
import { invoicesCsv, invoicesXlsx } from '../../documents/tables/invoice-files.ts';
import { zipStream } from '../../documents/zip/zip-stream.ts';
import type { Invoice } from '../../src/invoicing/invoice.ts';
import type { Store } from '../../store/write.ts';
import { invoiceOf } from '../invoicing/compute-run.ts';
import { readableInvoices } from '../invoicing/readable-invoices.ts';
import { formatsNamed, runDocuments } from '../invoicing/run-documents.ts';
import { runRefusal } from '../invoicing/run-refusals.ts';
import { preferredOf, sendFile } from '../negotiation.ts';
import { RequestError } from '../request-error.ts';
import { formatQuerySchema } from '../requests/invoices.ts';
import { idParamsSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers, CSV_SCHEMA } from '../route-schema.ts';
import { readable } from '../stored/operations.ts';
import type { ReadableKind } from '../stored/stored-kind.ts';
import type { Api } from '../validation.ts';

const ZIP = 'application/zip';

const schema = {
  operationId: 'getRunDocuments',
  summary: 'All invoices of an issued run: as JSON, as one table, or as a zip of their documents',
  description:
    'A zip has a folder for each format and in it the bytes as issued; it is sent while it is made. CSV has a row for each invoice line, XLSX ' +
    'also a sheet of invoices. Amounts have the sign of what the municipality owes. Only invoices that you may read are in it.',
  tags: ['invoices'],
  params: idParamsSchema,
  querystring: formatQuerySchema,
  response: answers(
    'The invoices in the order of issue',
    z.strictObject({ invoices: z.array(invoiceSchema) }).meta({ id: 'RunInvoices' }),
    [...ADDRESS_PROBLEMS, 'malformed-request', 'conflict'],
    {
      also: {
        [ZIP]: z.string().meta({ description: 'The documents in folders, by format and number' }),
        'text/csv': CSV_SCHEMA,
        [XLSX]: z.string().meta({ description: 'A workbook with a sheet of invoices and one of lines' }),
      },
    },
  ),
};

/** Writers of all invoices as one file, by media type. */
const TABLES: Readonly<
  Record<string, { readonly ending: string; readonly write: (invoices: Invoice[]) => string | Uint8Array }>
> = {
  'text/csv': { ending: 'csv', write: invoicesCsv },
  [XLSX]: { ending: 'xlsx', write: invoicesXlsx },
};

/** What an issued run is given as, all at once. */
export function runDocumentRoute(app: Api, store: Store, kind: ReadableKind): void {
  const config = { right: 'invoice.read' } as const;
  app.get('/v1/invoice-runs/:id/documents', { schema, config }, async (request, reply) => {
    const { identity, params, query } = request;
    const { id, state } = await readable({ store, kind, identity }, params.id);
    if (state !== 'issued') throw new RequestError('conflict', runRefusal('run_not_issued', []));
    const mediaType = preferredOf(request) ?? '';
    if (mediaType === ZIP) {
      const files = runDocuments(store, identity, id, formatsNamed(query.format));
      return sendFile(reply, { name: `${id}.zip`, mediaType }, Readable.from(zipStream(files)));
    }
    const kept = await Array.fromAsync(readableInvoices(store, identity, { run: id }));
    const table = TABLES[mediaType];
    if (table === undefined) return { invoices: kept.map(({ body }) => JSON.parse(body)) };
    return sendFile(reply, { name: `${id}.${table.ending}`, mediaType }, table.write(kept.map(invoiceOf)));
  });
}
