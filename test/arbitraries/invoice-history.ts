import fc from 'fast-check';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { correctionDrafts, reversalDraft } from '../../src/invoicing/correction.ts';
import { draftInvoices, type InvoicingYear } from '../../src/invoicing/draft-invoices.ts';
import { type Frequency, type Instalment, instalmentsOf } from '../../src/invoicing/instalment.ts';
import type { Invoice, InvoiceDraft } from '../../src/invoicing/invoice.ts';
import type { RunPurpose } from '../../src/invoicing/run.ts';
import { frequencyArb, invoicingYear, issueAll } from '../invoicing/invoicing-year.ts';
import { acceptedValue } from '../results.ts';
import { changedAgreementArb } from './changed-agreement.ts';
import { splitPlansArb } from './split-plan.ts';

/** What can happen to a year that is being invoiced. */
type Event =
  | { readonly kind: 'instalment' }
  | { readonly kind: 'news'; readonly year: InvoicingYear }
  | { readonly kind: 'correction' }
  | { readonly kind: 'reversal'; readonly pick: number };

/** A year of invoices: what it is first computed from, what happens to it, and what is known in the end. */
export interface InvoiceHistory {
  readonly frequency: Frequency;
  readonly first: InvoicingYear;
  readonly last: InvoicingYear;
  readonly events: readonly Event[];
}

/** Histories of an agreement that changes, with split plans that change too. */
export function invoiceHistoryArb(documents: fc.Arbitrary<AgreementDocument>): fc.Arbitrary<InvoiceHistory> {
  const eventArb = fc.oneof(
    fc.record({ kind: fc.constant('instalment' as const) }),
    fc.record({ kind: fc.constant('news' as const), year: invoicingYearArb(documents) }),
    fc.record({ kind: fc.constant('correction' as const) }),
    fc.record({ kind: fc.constant('reversal' as const), pick: fc.nat() }),
  );
  return documents.chain((document) => {
    const own = invoicingYearArb(fc.constant(document));
    return fc.record({
      frequency: frequencyArb,
      first: own,
      last: own,
      events: fc.array(eventArb, { maxLength: 4 }),
    });
  });
}

/** A year as changes leave it, with a split plan for every municipality. */
function invoicingYearArb(documents: fc.Arbitrary<AgreementDocument>): fc.Arbitrary<InvoicingYear> {
  return changedAgreementArb(documents).chain((agreement) =>
    splitPlansArb(agreement).map((plans) => invoicingYear(agreement, plans)),
  );
}

/** One run of a history, and what it was computed from. */
export interface HistoryRun {
  readonly purpose: RunPurpose;
  readonly year: InvoicingYear;
  readonly invoices: readonly Invoice[];
}

/** What has been issued after the events and one instalment more, so that there is something. */
export function runsIn({ frequency, first, events }: InvoiceHistory): HistoryRun[] {
  let year = first;
  const runs: HistoryRun[] = [];
  const waiting = instalmentsOf(2026, frequency);
  for (const event of [...events, { kind: 'instalment' as const }]) {
    if (event.kind === 'news') {
      year = event.year;
      continue;
    }
    const issued = runs.flatMap(({ invoices }) => invoices);
    const drafts = draftsAt(event, year, issued, waiting);
    const purpose = event.kind === 'instalment' ? 'ordinary' : event.kind;
    runs.push({ purpose, year, invoices: issueAll(drafts, issued.length) });
  }
  return runs;
}

function draftsAt(
  event: Exclude<Event, { kind: 'news' }>,
  year: InvoicingYear,
  issued: readonly Invoice[],
  waiting: Instalment[],
): InvoiceDraft[] {
  switch (event.kind) {
    case 'instalment': {
      const next = waiting.shift();
      return next === undefined ? [] : acceptedValue(draftInvoices(year, next));
    }
    case 'correction':
      return acceptedValue(correctionDrafts(year, issued, 'Ny viden'));
    case 'reversal': {
      const invoice = issued[event.pick % issued.length];
      return invoice === undefined ? [] : [reversalDraft(invoice, 'Fejl')];
    }
  }
}
