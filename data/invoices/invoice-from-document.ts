import { glnFromText } from '../../src/invoicing/gln.ts';
import type { Invoice } from '../../src/invoicing/invoice.ts';
import type { PriceBasis } from '../../src/invoicing/price-basis.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import type { InvoiceDocument } from '../schema/invoice.ts';

/** The invoice that a kept document is: the inverse of `invoiceDocument`. */
export function invoiceFromDocument(document: InvoiceDocument): Invoice {
  const { recipient, lines, totals, basis } = document;
  return {
    ...document,
    recipient: { ...recipient, gln: glnFromText(recipient.gln) },
    lines: lines.map((line) => ({ ...line, amount: oreFromKroner(line.amount) })),
    totals: {
      net: oreFromKroner(totals.net),
      vat: oreFromKroner(totals.vat),
      payable: oreFromKroner(totals.payable),
    },
    basis: basisFromDocument(basis),
  };
}

function basisFromDocument(basis: InvoiceDocument['basis']): PriceBasis {
  return {
    ...basis,
    population: BigInt(basis.population),
    annual: oreFromKroner(basis.annual),
    agreementPrice: oreFromKroner(basis.agreementPrice),
    solutions: basis.solutions.map(({ solution, title, key, ...figures }) => ({
      solution,
      title,
      key,
      basePrice: oreFromKroner(figures.basePrice),
      indexation: oreFromKroner(figures.indexation),
      efficiency: oreFromKroner(figures.efficiency),
      membership: oreFromKroner(figures.membership),
      price: oreFromKroner(figures.price),
      baseBudget: oreFromKroner(figures.baseBudget),
      pool: oreFromKroner(figures.pool),
      annual: oreFromKroner(figures.annual),
      perCitizen: oreFromKroner(figures.perCitizen),
    })),
  };
}
