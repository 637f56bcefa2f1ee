import { z } from 'zod';
import { invoiceSchema } from '../../data/schema/invoice.ts';
import { DOCUMENT_FORMATS } from '../../documents/formats.ts';
import type { Store } from '../../store/write.ts';
import { lineageAnswer } from '../answers/lineage-answer.ts';
import { lineageSchema } from '../answers/lineage-schema.ts';
import { invoiceOf } from '../invoicing/compute-run.ts';
import { formatOf, invoiceBytes } from '../invoicing/invoice-bytes.ts';
import { invoicePage, readableInvoice } from '../invoicing/readable-invoices.ts';
import { yearLineage } from '../invoicing/year-lineage.ts';
import { accepts, preferredOf, sendFile, sendJsonBytes } from '../negotiation.ts';
import {
  formatQuerySchema,
  invoiceListQuerySchema,
  invoicePageSchema,
  invoiceParamsSchema,
} from '../requests/invoices.ts';
import { ADDRESS_PROBLEMS, answers, LIST_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const listSchema = {
  operationId: 'listInvoices',
  summary: 'The invoices that you may read, in the order of issue',
  description:
    'A municipality sees its own, and those of runs that are shared; operators and auditors see all.',
  tags: ['invoices'],
  querystring: invoiceListQuerySchema,
  response: answers('A page', invoicePageSchema, LIST_PROBLEMS),
};

const documentSchema = z
  .string()
  .meta({ description: 'The document, as it was when the invoice was issued' });

const readSchema = {
  operationId: 'getInvoice',
  summary: 'An invoice as it was issued, in the form that Accept or format asks for',
  description:
    'The bytes of each form are kept when the invoice is issued and stay the same for ever, also when the program writes later ' +
    'invoices otherwise.',
  tags: ['invoices'],
  params: invoiceParamsSchema,
  querystring: formatQuerySchema,
  response: answers('The invoice', invoiceSchema, [...ADDRESS_PROBLEMS, 'malformed-request'], {
    also: Object.fromEntries(DOCUMENT_FORMATS.map(({ mediaType }) => [mediaType, documentSchema])),
  }),
};

const lineageRouteSchema = {
  operationId: 'getInvoiceLineage',
  summary: 'Where each line of an invoice comes from, and what it is for',
  description:
    'Allocation key, base price, index with its vintage, efficiency and withdrawals, and the decisions that its money is bound ' +
    'by, each with its share; the shares sum exactly to the line. A correction shows what it adds and what it takes back.',
  tags: ['invoices'],
  params: invoiceParamsSchema,
  response: answers('The lineage of each line', lineageSchema, ADDRESS_PROBLEMS),
};

const config = { right: 'invoice.read' } as const;

export function invoiceRoutes(app: Api, store: Store): void {
  app.get('/v1/invoices', { schema: listSchema, config }, async ({ identity, query }) => {
    const { limit, cursor, ...filter } = query;
    return invoicePage(store, identity, filter, { limit, ...(cursor !== undefined && { cursor }) });
  });

  app.get('/v1/invoices/:number', { schema: readSchema, config }, async (request, reply) => {
    const { identity, params, query } = request;
    const invoice = await readableInvoice(store, identity, params.number);
    const format = formatOf(preferredOf(request) ?? '', (named) => accepts(request, named), query.format);
    if (format === undefined) return sendJsonBytes(reply, Buffer.from(invoice.body));
    const { mediaType, fileEnding } = format;
    const bytes = await invoiceBytes(store, invoice, format);
    return sendFile(reply, { name: `${invoice.number}.${fileEnding}`, mediaType }, bytes);
  });

  app.get('/v1/invoices/:number/lineage', { schema: lineageRouteSchema, config }, async (request) => {
    const invoice = await readableInvoice(store, request.identity, request.params.number);
    const { number, run, agreement, year, municipality } = invoice;
    const filter = { agreement, year, municipality };
    const { lineages, prices } = await yearLineage(store.database.query, filter);
    return lineageAnswer(run, invoiceOf(invoice), lineages.get(number) ?? [], prices.get(run));
  });
}
