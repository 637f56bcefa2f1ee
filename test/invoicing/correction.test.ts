import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { correctionDrafts, instalmentsIn, reversalDraft } from '../../src/invoicing/correction.ts';
import { draftInvoices, type InvoicingYear } from '../../src/invoicing/draft-invoices.ts';
import { type Frequency, instalmentsOf } from '../../src/invoicing/instalment.ts';
import type { Invoice } from '../../src/invoicing/invoice.ts';
import { failedChecks, runChecks } from '../../src/invoicing/run-checks.ts';
import { SIZES } from '../agreement/sizes.ts';
import { changedAgreementArb } from '../arbitraries/changed-agreement.ts';
import { splitPlansArb } from '../arbitraries/split-plan.ts';
import { acceptedValue } from '../results.ts';
import { frequencyArb, invoicingYear, issueAll, ledger } from './invoicing-year.ts';

/** What can happen to a year that is being invoiced. */
type Event =
  | { readonly kind: 'instalment' }
  | { readonly kind: 'news'; readonly year: InvoicingYear }
  | { readonly kind: 'correction' }
  | { readonly kind: 'reversal'; readonly pick: number };

describe.each(SIZES)('laws of corrections, for %s', (_, documents, depth) => {
  const yearArb = invoicingYearArb(documents);
  const eventArb = fc.oneof(
    fc.record({ kind: fc.constant('instalment' as const) }),
    fc.record({ kind: fc.constant('news' as const), year: yearArb }),
    fc.record({ kind: fc.constant('correction' as const) }),
    fc.record({ kind: fc.constant('reversal' as const), pick: fc.nat() }),
  );
  const historyArb = documents.chain((document) => {
    const own = invoicingYearArb(fc.constant(document));
    return fc.record({
      frequency: frequencyArb,
      first: own,
      last: own,
      events: fc.array(eventArb, { maxLength: 4 }),
    });
  });

  it('issued + deltas = fresh for every municipality, recipient, solution and component', () => {
    fc.assert(
      fc.property(historyArb, (history) => {
        const all = correctedIn(history);
        const instalments = instalmentsIn(all);
        const fresh = instalments.flatMap((each) => acceptedValue(draftInvoices(history.last, each)));
        expect(ledger(all)).toEqual(ledger(fresh));
        expect(failedChecks(runChecks(all, history.last.shares, instalments))).toEqual([]);
      }),
      { numRuns: Math.ceil(depth.numRuns / 2) },
    );
  });

  it('a correction that has been issued leaves nothing to correct', () => {
    fc.assert(
      fc.property(historyArb, (history) => {
        const drafts = correctionDrafts(history.last, correctedIn(history), 'Rettelse');
        expect(drafts).toEqual({ ok: true, value: [] });
      }),
      { numRuns: Math.ceil(depth.numRuns / 2) },
    );
  });

  it('an invoice and its reversal net to zero in every line, in VAT and in what is to be paid', () => {
    fc.assert(
      fc.property(historyArb, fc.nat(), (history, pick) => {
        const issued = issuedIn(history);
        const invoice = issued[pick % issued.length];
        if (invoice === undefined) return;
        const [reversal] = issueAll([reversalDraft(invoice, 'Fejl')], issued.length);
        expect(ledger([invoice, ...(reversal === undefined ? [] : [reversal])]).size).toBe(0);
        expect(reversal?.totals).toEqual({
          net: -invoice.totals.net,
          vat: -invoice.totals.vat,
          payable: -invoice.totals.payable,
        });
        expect(reversal?.corrects).toEqual({ number: invoice.number, issueDate: invoice.issueDate });
      }),
      { numRuns: Math.ceil(depth.numRuns / 2) },
    );
  });

  it('a correction names the first invoice of the recipient and instalment, if there is one', () => {
    fc.assert(
      fc.property(historyArb, (history) => {
        const issued = issuedIn(history);
        for (const draft of acceptedValue(correctionDrafts(history.last, issued, 'Rettelse'))) {
          const original = issued.find(
            ({ payer, recipient, instalment }) =>
              payer.municipality === draft.payer.municipality &&
              recipient.recipient === draft.recipient.recipient &&
              instalment.number === draft.instalment.number,
          );
          expect(draft.corrects?.number).toBe(original?.number);
        }
      }),
      { numRuns: Math.ceil(depth.numRuns / 2) },
    );
  });
});

/** A year as changes leave it, with a split plan for every municipality. */
function invoicingYearArb(documents: fc.Arbitrary<AgreementDocument>): fc.Arbitrary<InvoicingYear> {
  return changedAgreementArb(documents).chain((agreement) =>
    splitPlansArb(agreement).map((plans) => invoicingYear(agreement, plans)),
  );
}

interface History {
  readonly frequency: Frequency;
  readonly first: InvoicingYear;
  readonly events: readonly Event[];
}

/** What has been issued after the events and one instalment more, so that there is something. */
function issuedIn({ frequency, first, events }: History): Invoice[] {
  let year = first;
  let issued: Invoice[] = [];
  const waiting = instalmentsOf(2026, frequency);
  for (const event of [...events, { kind: 'instalment' as const }]) {
    if (event.kind === 'news') year = event.year;
    issued = [...issued, ...issueAll(draftsAt(event, year, issued, waiting), issued.length)];
  }
  return issued;
}

/** The same with the correction to the last that is known. */
function correctedIn(history: History & { readonly last: InvoicingYear }): Invoice[] {
  const issued = issuedIn(history);
  const drafts = acceptedValue(correctionDrafts(history.last, issued, 'Rettelse'));
  return [...issued, ...issueAll(drafts, issued.length)];
}

function draftsAt(
  event: Event,
  year: InvoicingYear,
  issued: readonly Invoice[],
  waiting: ReturnType<typeof instalmentsOf>,
) {
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
    case 'news':
      return [];
  }
}
