import { z } from 'zod';
import { invoicingSchema } from './invoicing.ts';
import { dateSchema, idSchema, moneySchema, municipalityCodeSchema, yearSchema } from './primitives.ts';
import { recipientSchema } from './split-plan.ts';

export const invoiceNumberSchema = z
  .string()
  .regex(/^\d{1,14}$/, { error: 'invoice_number_form' })
  .meta({ description: 'The series and a count without gaps', examples: ['2026000001'] });

export const frequencySchema = invoicingSchema.shape.frequency;

const lineSchema = z
  .strictObject({
    solution: idSchema,
    component: idSchema,
    parts: z.array(z.string()).meta({ description: 'The parts of the split plan that lead here' }),
    solutionTitle: z.string(),
    componentTitle: z.string(),
    accountString: z.string().exactOptional(),
    amount: moneySchema,
  })
  .meta({ id: 'InvoiceLine' });

const solutionBasisSchema = z
  .strictObject({
    solution: idSchema,
    title: z.string(),
    key: z.string(),
    basePrice: moneySchema,
    indexation: moneySchema,
    efficiency: moneySchema,
    membership: moneySchema,
    price: moneySchema,
    baseBudget: moneySchema,
    pool: moneySchema,
    annual: moneySchema,
    perCitizen: moneySchema,
  })
  .meta({ id: 'InvoiceSolutionBasis' });

/** What is known of an invoice before it has a number. */
export const invoiceDraftSchema = z
  .strictObject({
    payer: z.strictObject({ municipality: municipalityCodeSchema, name: z.string(), cvr: z.string() }),
    recipient: recipientSchema,
    instalment: z.strictObject({ year: yearSchema, frequency: frequencySchema, number: z.int() }),
    period: z.strictObject({ from: dateSchema, to: dateSchema }),
    lines: z.array(lineSchema),
    totals: z
      .strictObject({ net: moneySchema, vat: moneySchema, payable: moneySchema })
      .meta({ description: 'Excluding VAT, the VAT, and what is to be paid; negative gives money back' }),
    corrects: z
      .strictObject({ number: invoiceNumberSchema, issueDate: dateSchema })
      .exactOptional()
      .meta({ description: 'The invoice that this one corrects' }),
    note: z.string().exactOptional(),
    basis: z.strictObject({
      agreement: z.string(),
      baseYear: yearSchema,
      population: z.int(),
      annual: moneySchema,
      agreementPrice: moneySchema,
      solutions: z.array(solutionBasisSchema),
    }),
  })
  .meta({ id: 'InvoiceDraft' });

/** An invoice as it was issued: complete, and never changed. */
export const invoiceSchema = z
  .strictObject({
    number: invoiceNumberSchema,
    kind: z.enum(['invoice', 'credit-note']),
    issueDate: dateSchema,
    dueDate: dateSchema,
    seller: invoicingSchema.shape.seller,
    ...invoiceDraftSchema.shape,
  })
  .meta({ id: 'Invoice' });

export type InvoiceDraftDocument = z.infer<typeof invoiceDraftSchema>;
export type InvoiceDocument = z.infer<typeof invoiceSchema>;
