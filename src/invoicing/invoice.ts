import type { Ore } from '../money/ore.ts';
import type { Days, Instalment } from './instalment.ts';
import type { PriceBasis } from './price-basis.ts';
import type { Seller } from './seller.ts';
import type { Recipient } from './split-plan.ts';
import type { Totals } from './totals.ts';

/** What an invoice asks of one recipient for one component of one solution. */
export interface InvoiceLine {
  readonly solution: string;
  readonly component: string;
  /** The parts of the split plan that lead here; empty where the plan does not split the solution by percentage. */
  readonly parts: readonly string[];
  /** Danish titles as they were when the draft was made. */
  readonly solutionTitle: string;
  readonly componentTitle: string;
  /** Where the recipient books this line, if not where it books the whole invoice. */
  readonly accountString?: string;
  /** Excluding VAT; negative when it gives money back. */
  readonly amount: Ore;
}

/** The municipality that owes the invoice, whichever of its units receives it. */
export interface Payer {
  readonly municipality: string;
  readonly name: string;
  readonly cvr: string;
}

export interface InvoiceReference {
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly issueDate: string;
}

/** An invoice before it has a number: what one recipient of a municipality owes of an instalment. */
export interface InvoiceDraft {
  readonly payer: Payer;
  readonly recipient: Recipient;
  readonly instalment: Instalment;
  readonly period: Days;
  /** In catalogue order of solutions, then components, then parts; none of them zero. */
  readonly lines: readonly InvoiceLine[];
  readonly basis: PriceBasis;
  /** The invoice that this one corrects. */
  readonly corrects?: InvoiceReference;
  /** Why it corrects it. */
  readonly note?: string;
}

/** An invoice as issued (*faktura*, *kreditnota*): complete, and never changed. Model, section 7. */
export interface Invoice extends InvoiceDraft {
  /** A credit note gives money back: its lines sum to less than zero. */
  readonly kind: 'invoice' | 'credit-note';
  readonly number: string;
  /** YYYY-MM-DD. */
  readonly issueDate: string;
  /** YYYY-MM-DD. */
  readonly dueDate: string;
  readonly seller: Seller;
  readonly totals: Totals;
}
