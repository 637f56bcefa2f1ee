import type { Invoice } from '../../src/invoicing/invoice.ts';
import { type ShownLine, shownInvoice } from '../../src/invoicing/shown-invoice.ts';
import { lineTitle } from '../text/titles.ts';
import { amount } from './amount.ts';
import { text, type XmlElement } from './xml-document.ts';

/** How a kind of document writes its lines. */
export interface LineForm {
  readonly quantity: 'cbc:InvoicedQuantity' | 'cbc:CreditedQuantity';
  readonly vatCategory: XmlElement;
  /** The VAT of a line, where the document wants it. */
  readonly taxTotal?: (line: ShownLine) => XmlElement;
}

/** The lines of an invoice, each one piece at the line's amount; a line against its document is minus one piece. */
export function ublLines(invoice: Invoice, { quantity, vatCategory, taxTotal }: LineForm): XmlElement[] {
  return shownInvoice(invoice).lines.map((line, place) => ({
    'cbc:ID': String(place + 1),
    [quantity]: { '@unitCode': 'EA', '#': String(line.quantity) },
    'cbc:LineExtensionAmount': amount(line.amount),
    'cbc:AccountingCost': text(line.accountString),
    'cac:TaxTotal': taxTotal?.(line),
    'cac:Item': {
      'cbc:Name': text(lineTitle(line)),
      'cac:SellersItemIdentification': { 'cbc:ID': `${line.solution}/${line.component}` },
      'cac:ClassifiedTaxCategory': vatCategory,
    },
    'cac:Price': { 'cbc:PriceAmount': amount(line.unitPrice) },
  }));
}
