import { z } from 'zod';
import { invoiceNumberSchema } from '../../data/schema/invoice.ts';
import {
  bilingualSchema,
  idSchema,
  municipalityCodeSchema,
  yearSchema,
} from '../../data/schema/primitives.ts';
import { amountSchema } from './answer-primitives.ts';

const amount = amountSchema;

const pricePartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['base-price', 'efficiency', 'membership']), amount }),
  z.strictObject({
    kind: z.literal('indexation'),
    year: yearSchema,
    vintage: z
      .string()
      .meta({ description: 'When the index was published; "scenario": set by the scenario' }),
    amount,
  }),
]);

const usePartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['base-budget', 'undecided-pool']), amount }),
  z.strictObject({ kind: z.literal('decision'), decision: idSchema, amount }),
]);

const lineSchema = z
  .strictObject({
    line: z.int(),
    solution: idSchema,
    component: idSchema,
    parts: z.array(z.string()),
    amount,
    key: z
      .strictObject({
        words: bilingualSchema,
        weight: z.string().meta({ description: 'An exact fraction' }),
        totalWeight: z.string(),
      })
      .exactOptional()
      .meta({
        description: "By what the solution's price is shared, and what the municipality weighs in it",
      }),
    price: z.array(pricePartSchema).meta({ description: 'Where the amount comes from; sums to the line' }),
    use: z.array(usePartSchema).meta({ description: 'What the amount is for; sums to the line' }),
  })
  .meta({ id: 'LineLineage' });

/** `GET /v1/invoices/{number}/lineage` */
export const lineageSchema = z
  .strictObject({ number: invoiceNumberSchema, run: z.string(), lines: z.array(lineSchema) })
  .meta({ id: 'InvoiceLineage' });

export type LineageAnswer = z.infer<typeof lineageSchema>;

/** `GET /v1/decisions/{id}/invoice-lines` */
export const decisionLinesSchema = z
  .strictObject({
    decision: idSchema,
    total: amount,
    lines: z.array(
      z.strictObject({
        number: invoiceNumberSchema,
        line: z.int(),
        municipality: municipalityCodeSchema,
        year: yearSchema,
        solution: idSchema,
        component: idSchema,
        amount,
        share: amount.meta({ description: 'What of the line pays for the decision' }),
      }),
    ),
  })
  .meta({ id: 'DecisionInvoiceLines' });

export type DecisionLinesAnswer = z.infer<typeof decisionLinesSchema>;
