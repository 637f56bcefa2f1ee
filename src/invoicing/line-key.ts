import type { InvoiceDraft, InvoiceLine } from './invoice.ts';

/** A text that is the same for lines that ask for the same: one and the same component and branch of a plan. */
export function lineKey({ solution, component, parts }: InvoiceLine): string {
  return JSON.stringify([solution, component, parts]);
}

/** A text that is the same for an invoice and its corrections: one recipient's instalment. */
export function instalmentKey({ payer, recipient, instalment }: InvoiceDraft): string {
  const { year, frequency, number } = instalment;
  return JSON.stringify([payer.municipality, recipient.recipient, year, frequency, number]);
}
