import { invoiceDocument } from '../../data/invoices/invoice-document.ts';
import { DOCUMENT_FORMATS } from '../../documents/formats.ts';
import type { Invoice, InvoiceDraft } from '../../src/invoicing/invoice.ts';
import { type Issuance, issueInvoice } from '../../src/invoicing/issue-invoice.ts';
import { nextNumber } from '../../src/invoicing/number-series.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import { newDocument } from '../../store/invoices/invoice-documents.ts';
import type { NewInvoice } from '../../store/invoices/issue-invoices.ts';

/** How many digits the count has in every series: a million invoices less one. */
const COUNT_DIGITS = 6;

/** Drafts as the invoices they become, numbered on from the last number of a series; refused with `number_series_full`. */
export function numberedInvoices(
  drafts: readonly InvoiceDraft[],
  prefix: string,
  last: string | undefined,
  issuance: Omit<Issuance, 'number'>,
): Result<Invoice[]> {
  const invoices: Invoice[] = [];
  let previous = last;
  for (const draft of drafts) {
    const number = nextNumber({ prefix, width: COUNT_DIGITS }, previous);
    if (!number.ok) return number;
    invoices.push(issueInvoice(draft, { ...issuance, number: number.value }));
    previous = number.value;
  }
  return accepted(invoices);
}

/** Invoices with their documents in every format, ready to be kept. Lets other requests run in between. */
export async function writtenInvoices(invoices: readonly Invoice[]): Promise<NewInvoice[]> {
  const written: NewInvoice[] = [];
  for (const invoice of invoices) {
    const documents = await Promise.all(
      DOCUMENT_FORMATS.map(async ({ format, edition, write }) => {
        const bytes = Buffer.from(await write(invoice));
        return newDocument(invoice.number, { format, writer: edition, bytes });
      }),
    );
    written.push({ invoice, document: invoiceDocument(invoice), documents });
  }
  return written;
}
