import { z } from 'zod';
import { emailSchema, plainTextSchema } from './plain-text.ts';
import { positiveMoneySchema, shareSchema } from './primitives.ts';

function digitsSchema(pattern: RegExp) {
  return z.string().regex(pattern, { error: 'digits_form' });
}

/** No bank has the number 0000, and OIOUBL refuses it as no number (F-LIB311). */
const REGISTRATION = /^(?!0000)\d{4}$/;

const paymentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bank'),
    registration: digitsSchema(REGISTRATION),
    account: digitsSchema(/^\d{1,10}$/),
  }),
  z.strictObject({ kind: z.literal('fik'), creditor: digitsSchema(/^\d{8}$/) }),
]);

/** How invoices are sent: by whom, when and how they are to be paid, and what stops a run. */
export const invoicingSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  seller: z.strictObject({
    name: plainTextSchema,
    cvr: z.string().regex(/^\d{8}$/, { error: 'cvr_form' }),
    address: z.strictObject({
      street: plainTextSchema,
      building: plainTextSchema,
      postalCode: digitsSchema(/^\d{4}$/),
      city: plainTextSchema,
    }),
    contact: z.strictObject({
      name: plainTextSchema,
      email: emailSchema,
      phone: plainTextSchema.exactOptional(),
    }),
    payment: paymentSchema,
  }),
  frequency: z.enum(['annual', 'half-yearly', 'quarterly', 'monthly']),
  paymentTermDays: z.int({ error: 'count_form' }).min(0).max(120),
  thresholds: z.strictObject({ share: shareSchema, amount: positiveMoneySchema }),
});

export type InvoicingDocument = z.infer<typeof invoicingSchema>;
