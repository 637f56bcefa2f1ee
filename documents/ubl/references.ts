import type { Invoice } from '../../src/invoicing/invoice.ts';
import { text, type XmlElement } from './xml-document.ts';

/** The days that an invoice pays for (BT-73 and BT-74). */
export function invoicePeriod({ period }: Invoice): XmlElement {
  return { 'cbc:StartDate': period.from, 'cbc:EndDate': period.to };
}

/** The buyer's order (BT-13). */
export function orderReference({ recipient }: Invoice): XmlElement | undefined {
  const id = text(recipient.orderReference);
  return id === undefined ? undefined : { 'cbc:ID': id };
}

/** The invoice that is corrected (BT-25 and BT-26). */
export function billingReference({ corrects }: Invoice): XmlElement | undefined {
  if (corrects === undefined) return undefined;
  return {
    'cac:InvoiceDocumentReference': { 'cbc:ID': corrects.number, 'cbc:IssueDate': corrects.issueDate },
  };
}
