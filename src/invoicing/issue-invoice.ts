import type { Invoice, InvoiceDraft } from './invoice.ts';
import type { Seller } from './seller.ts';
import { totalsOf } from './totals.ts';

/** What a draft is given when it is issued. */
export interface Issuance {
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly issueDate: string;
  /** YYYY-MM-DD. */
  readonly dueDate: string;
  readonly seller: Seller;
}

/** The invoice that a draft becomes: a credit note when its lines sum to less than zero. */
export function issueInvoice(draft: InvoiceDraft, issuance: Issuance): Invoice {
  const totals = totalsOf(draft.lines);
  return { ...draft, ...issuance, kind: totals.net < 0n ? 'credit-note' : 'invoice', totals };
}
