import fc from 'fast-check';
import type { Agreement } from '../../src/agreement/agreement.ts';
import type { InvoicingYear } from '../../src/invoicing/draft-invoices.ts';
import type { Instalment } from '../../src/invoicing/instalment.ts';
import type { Invoice, InvoiceDraft } from '../../src/invoicing/invoice.ts';
import { issueInvoice } from '../../src/invoicing/issue-invoice.ts';
import type { Seller } from '../../src/invoicing/seller.ts';
import type { SplitPlan } from '../../src/invoicing/split-plan.ts';
import { type Ore, ore } from '../../src/money/ore.ts';
import { priceYear } from '../../src/pricing/price-year.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { acceptedValue } from '../results.ts';

const INVOICED_YEAR = 2026;

export function invoicingYear(agreement: Agreement, plans: readonly SplitPlan[]): InvoicingYear {
  const price = acceptedValue(priceYear(agreement, INVOICED_YEAR));
  const [shares] = acceptedValue(shareYears([price]));
  if (shares === undefined) throw new Error('a year that is priced is shared');
  return { price, shares, plans };
}

export const frequencyArb = fc.constantFrom<Instalment['frequency']>(
  'annual',
  'half-yearly',
  'quarterly',
  'monthly',
);

export const SELLER: Seller = {
  name: 'Eksempel A/S',
  cvr: '10203040',
  address: { street: 'Eksempelvej', building: '1', postalCode: '2300', city: 'København S' },
  contact: { name: 'Fakturering', email: 'faktura@example.dk', phone: '70000000' },
  payment: { kind: 'bank', registration: '0001', account: '0000123456' },
};

/** Issues drafts one after the other; `already` is how many invoices there are before them. */
export function issueAll(drafts: readonly InvoiceDraft[], already = 0, seller: Seller = SELLER): Invoice[] {
  return drafts.map((draft, place) =>
    issueInvoice(draft, {
      number: `2026${String(already + place + 1).padStart(6, '0')}`,
      issueDate: '2026-01-15',
      dueDate: '2026-02-16',
      seller,
    }),
  );
}

/** Sums of lines by municipality, recipient, solution, component, parts and instalment; sums of zero are left out. */
export function ledger(invoices: readonly InvoiceDraft[]): ReadonlyMap<string, Ore> {
  const sums = new Map<string, bigint>();
  for (const { payer, recipient, instalment, lines } of invoices) {
    for (const { solution, component, parts, amount } of lines) {
      const key = [payer.municipality, recipient.recipient, solution, component, ...parts, instalment.number];
      sums.set(key.join(' | '), (sums.get(key.join(' | ')) ?? 0n) + amount);
    }
  }
  const kept = [...sums]
    .filter(([, amount]) => amount !== 0n)
    .map(([key, amount]): [string, Ore] => [key, ore(amount)]);
  return new Map(kept.toSorted(([first], [second]) => (first < second ? -1 : 1)));
}
