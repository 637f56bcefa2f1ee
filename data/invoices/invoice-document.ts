import type { Invoice, InvoiceDraft, InvoiceLine } from '../../src/invoicing/invoice.ts';
import type { PriceBasis, SolutionBasis } from '../../src/invoicing/price-basis.ts';
import { type Totals, totalsOf } from '../../src/invoicing/totals.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import type { InvoiceDocument, InvoiceDraftDocument } from '../schema/invoice.ts';

/** An issued invoice as JSON carries it. */
export function invoiceDocument(invoice: Invoice): InvoiceDocument {
  const { number, kind, issueDate, dueDate, seller } = invoice;
  return { number, kind, issueDate, dueDate, seller, ...draftDocument(invoice) };
}

/** The same of an invoice that has no number yet. */
export function draftDocument(draft: InvoiceDraft): InvoiceDraftDocument {
  const { payer, recipient, instalment, period, lines, basis, corrects, note } = draft;
  return {
    payer,
    recipient,
    instalment,
    period,
    lines: lines.map(lineDocument),
    totals: totalsDocument(totalsOf(lines)),
    ...(corrects !== undefined && { corrects }),
    ...(note !== undefined && { note }),
    basis: basisDocument(basis),
  };
}

function lineDocument({ parts, amount, ...line }: InvoiceLine): InvoiceDraftDocument['lines'][number] {
  return { ...line, parts: [...parts], amount: kronerFromOre(amount) };
}

function totalsDocument({ net, vat, payable }: Totals): InvoiceDraftDocument['totals'] {
  return { net: kronerFromOre(net), vat: kronerFromOre(vat), payable: kronerFromOre(payable) };
}

function basisDocument(basis: PriceBasis): InvoiceDraftDocument['basis'] {
  return {
    ...basis,
    population: Number(basis.population),
    annual: kronerFromOre(basis.annual),
    agreementPrice: kronerFromOre(basis.agreementPrice),
    solutions: basis.solutions.map(solutionDocument),
  };
}

function solutionDocument(basis: SolutionBasis): InvoiceDraftDocument['basis']['solutions'][number] {
  const { solution, title, key } = basis;
  return {
    solution,
    title,
    key,
    basePrice: kronerFromOre(basis.basePrice),
    indexation: kronerFromOre(basis.indexation),
    efficiency: kronerFromOre(basis.efficiency),
    membership: kronerFromOre(basis.membership),
    price: kronerFromOre(basis.price),
    baseBudget: kronerFromOre(basis.baseBudget),
    pool: kronerFromOre(basis.pool),
    annual: kronerFromOre(basis.annual),
    perCitizen: kronerFromOre(basis.perCitizen),
  };
}
