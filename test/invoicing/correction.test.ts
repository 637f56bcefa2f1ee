import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctionDrafts, instalmentsIn, reversalDraft } from '../../src/invoicing/correction.ts';
import { draftInvoices } from '../../src/invoicing/draft-invoices.ts';
import type { Invoice } from '../../src/invoicing/invoice.ts';
import { failedChecks, runChecks } from '../../src/invoicing/run-checks.ts';
import { SIZES } from '../agreement/sizes.ts';
import { type InvoiceHistory, invoiceHistoryArb, runsIn } from '../arbitraries/invoice-history.ts';
import { acceptedValue } from '../results.ts';
import { issueAll, ledger } from './invoicing-year.ts';

describe.each(SIZES)('laws of corrections, for %s', (_, documents, depth) => {
  const historyArb = invoiceHistoryArb(documents);

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

function issuedIn(history: InvoiceHistory): Invoice[] {
  return runsIn(history).flatMap(({ invoices }) => invoices);
}

/** The same with the correction to the last that is known. */
function correctedIn(history: InvoiceHistory): Invoice[] {
  const issued = issuedIn(history);
  const drafts = acceptedValue(correctionDrafts(history.last, issued, 'Rettelse'));
  return [...issued, ...issueAll(drafts, issued.length)];
}
