import type { Frequency } from '../src/invoicing/instalment.ts';
import type { DifferenceThresholds } from '../src/invoicing/run-differences.ts';
import type { Seller } from '../src/invoicing/seller.ts';
import { oreFromKroner } from '../src/money/ore.ts';
import { rateFromText } from '../src/money/rate.ts';
import { accepted } from '../src/refusal.ts';
import { readDocument } from './read-document.ts';
import { type InvoicingDocument, invoicingSchema } from './schema/invoicing.ts';

/** How invoices are sent: configuration, the same for all runs until somebody changes it. */
export interface InvoicingTerms {
  readonly seller: Seller;
  readonly frequency: Frequency;
  /** From the day of issue to the day on which payment is due, before it is moved off closed days. */
  readonly paymentTermDays: number;
  readonly thresholds: DifferenceThresholds;
}

/** Loads the terms of invoicing; rejects with `UnusableFile`, which names every error in the file. */
export function loadInvoicing(file: string): Promise<InvoicingDocument> {
  return readDocument(file, invoicingSchema, ({ $schema: _, ...document }) => accepted(document));
}

/** The terms that a document of checked form describes. */
export function termsFromDocument(document: InvoicingDocument): InvoicingTerms {
  const { seller, frequency, paymentTermDays, thresholds } = document;
  const { share, amount } = thresholds;
  return {
    seller,
    frequency,
    paymentTermDays,
    thresholds: { share: rateFromText(share), amount: oreFromKroner(amount) },
  };
}
