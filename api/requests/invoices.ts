import { z } from 'zod';
import { invoiceNumberSchema } from '../../data/schema/invoice.ts';
import { idSchema, municipalityCodeSchema, yearSchema } from '../../data/schema/primitives.ts';
import { DOCUMENT_FORMATS } from '../../documents/formats.ts';
import { amountSchema, hashSchema } from '../answers/answer-primitives.ts';
import { listingQuerySchema, pageSchema } from './listing.ts';
import { yearTextSchema } from './reports.ts';

export const invoiceParamsSchema = z.strictObject({ number: z.string() });

/** `GET /v1/invoices` */
export const invoiceListQuerySchema = listingQuerySchema.extend({
  run: z.string().max(80).exactOptional().meta({ description: 'Only those of this run' }),
  agreement: idSchema.exactOptional().meta({ description: 'Only those of this agreement' }),
  year: yearTextSchema.exactOptional().meta({ description: 'Only those of this year', examples: ['2026'] }),
  municipality: municipalityCodeSchema
    .exactOptional()
    .meta({ description: 'Only those of this municipality' }),
});

/** `GET /v1/invoices/{number}` and the zip of a run */
export const formatQuerySchema = z.strictObject({
  format: z
    .enum(DOCUMENT_FORMATS.map(({ format }) => format))
    .exactOptional()
    .meta({
      description:
        'This format alone, where Accept takes it. Without it XML is Peppol BIS Billing 3.0, and a zip has every format.',
    }),
});

/** What is known of an invoice without reading it. */
const invoiceHeadSchema = z
  .strictObject({
    number: invoiceNumberSchema,
    run: z.string(),
    purpose: z.enum(['ordinary', 'correction', 'reversal']),
    kind: z.enum(['invoice', 'credit-note']),
    agreement: idSchema,
    year: yearSchema,
    frequency: z.string(),
    instalment: z.int(),
    municipality: municipalityCodeSchema,
    recipient: idSchema,
    issueDate: z.string(),
    dueDate: z.string(),
    net: amountSchema,
    vat: amountSchema,
    payable: amountSchema,
    corrects: invoiceNumberSchema.exactOptional(),
    shared: z.boolean(),
    hash: hashSchema.meta({ description: 'SHA-256 of the canonical JSON of the invoice' }),
  })
  .meta({ id: 'InvoiceHead' });

export const invoicePageSchema = pageSchema(invoiceHeadSchema).meta({ id: 'InvoicePage' });

export type InvoiceHead = z.infer<typeof invoiceHeadSchema>;

/** `GET /v1/statements` */
export const statementQuerySchema = z
  .strictObject({
    agreement: idSchema
      .exactOptional()
      .meta({ description: 'The published agreement that the year is computed by' }),
    scenario: idSchema.exactOptional().meta({ description: 'Or the kept scenario' }),
    year: yearTextSchema.meta({ examples: ['2026'] }),
    municipality: municipalityCodeSchema,
  })
  .refine(({ agreement, scenario }) => (agreement === undefined) !== (scenario === undefined), {
    error: 'agreement_or_scenario',
  });

const statementRow = {
  annual: amountSchema.meta({ description: 'As now computed for the whole year' }),
  issued: amountSchema.meta({ description: 'By invoices that correct nothing' }),
  corrected: amountSchema,
  remaining: amountSchema.meta({ description: 'Still to be invoiced, or given back when negative' }),
};

/** annual = issued + corrected + remaining, for each solution and in total; excluding VAT. */
export const statementSchema = z
  .strictObject({
    municipality: municipalityCodeSchema,
    name: z.string(),
    year: yearSchema,
    agreement: idSchema,
    price: hashSchema.meta({ description: 'The hash of the price answer that the year is computed by' }),
    agreementPrice: amountSchema,
    solutions: z.array(z.strictObject({ solution: idSchema, title: z.string(), ...statementRow })),
    total: z.strictObject(statementRow),
    vat: amountSchema.meta({ description: 'Of all invoices' }),
    payable: amountSchema.meta({ description: 'Of all invoices, including VAT' }),
    due: z.array(z.strictObject({ dueDate: z.string(), payable: amountSchema })),
    invoices: z.array(invoiceHeadSchema),
  })
  .meta({ id: 'Statement' });

export type StatementAnswer = z.infer<typeof statementSchema>;
