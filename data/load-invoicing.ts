import type { Frequency } from '../src/invoicing/instalment.ts';
import type { DifferenceThresholds } from '../src/invoicing/run-differences.ts';
import type { Seller } from '../src/invoicing/seller.ts';
import { oreFromKroner } from '../src/money/ore.ts';
import { rateFromText } from '../src/money/rate.ts';
import { accepted } from '../src/refusal.ts';
import { readDocument } from './read-document.ts';
import { invoicingSchema } from './schema/invoicing.ts';

/** How invoices are sent: configuration, the same for all runs until somebody changes it. */
export interface InvoicingTerms {
  readonly seller: Seller;
  readonly frequency: Frequency;
  /** From the day of issue to the day on which payment is due, before it is moved off closed days. */
  readonly paymentTermDays: number;
  readonly thresholds: DifferenceThresholds;
}

/** Loads the terms of invoicing; rejects with `UnusableFile`, which names every error in the file. */
export function loadInvoicing(file: string): Promise<InvoicingTerms> {
  return readDocument(file, invoicingSchema, ({ seller, frequency, paymentTermDays, thresholds }) =>
    accepted({
      seller,
      frequency,
      paymentTermDays,
      thresholds: { share: rateFromText(thresholds.share), amount: oreFromKroner(thresholds.amount) },
    }),
  );
}
