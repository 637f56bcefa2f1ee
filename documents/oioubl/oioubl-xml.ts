import type { Invoice } from '../../src/invoicing/invoice.ts';
import { type ShownLine, shownInvoice } from '../../src/invoicing/shown-invoice.ts';
import type { Totals } from '../../src/invoicing/totals.ts';
import { invoiceNote, paymentTerms } from '../text/titles.ts';
import { amount, CURRENCY } from '../ubl/amount.ts';
import { type LineForm, ublLines } from '../ubl/lines.ts';
import { billingReference, invoicePeriod, orderReference } from '../ubl/references.ts';
import { taxTotal } from '../ubl/tax-total.ts';
import { text, ublDocument, type XmlElement } from '../ubl/xml-document.ts';
import { fromCodelist, VAT_CATEGORY } from './codelists.ts';
import { buyerParty, sellerParty } from './parties.ts';
import { paymentMeans } from './payment-means.ts';

/**
 * The e-invoice or credit note in OIOUBL 2.1, NemHandel's own form, which is still accepted beside Peppol. Elements
 * stand in the order that the UBL schema demands.
 */
export function oioublXml(invoice: Invoice): string {
  return invoice.kind === 'invoice'
    ? ublDocument('Invoice', invoiceContent(invoice))
    : ublDocument('CreditNote', creditNoteContent(invoice));
}

function invoiceContent(invoice: Invoice): XmlElement {
  const { totals } = shownInvoice(invoice);
  return {
    ...identification(invoice),
    'cbc:InvoiceTypeCode': fromCodelist('invoicetypecode', '380'),
    ...references(invoice),
    'cac:PaymentMeans': paymentMeans(invoice),
    'cac:PaymentTerms': {
      'cbc:Note': paymentTerms(invoice),
      'cbc:Amount': amount(totals.payable),
    },
    ...figures(totals),
    'cac:InvoiceLine': ublLines(invoice, lineForm('cbc:InvoicedQuantity')),
  };
}

/** A credit note asks for no payment, so it says neither when nor how. */
function creditNoteContent(invoice: Invoice): XmlElement {
  return {
    ...identification(invoice),
    'cbc:CreditNoteTypeCode': fromCodelist('invoicetypecode', '381'),
    ...references(invoice),
    ...figures(shownInvoice(invoice).totals),
    'cac:CreditNoteLine': ublLines(invoice, lineForm('cbc:CreditedQuantity')),
  };
}

function identification({ number, issueDate }: Invoice): XmlElement {
  return {
    'cbc:UBLVersionID': '2.1',
    'cbc:CustomizationID': 'OIOUBL-2.1',
    'cbc:ProfileID': {
      '@schemeAgencyID': '320',
      '@schemeID': 'urn:oioubl:id:profileid-1.2',
      '#': 'urn:www.nesubl.eu:profiles:profile5:ver2.0',
    },
    'cbc:ID': number,
    'cbc:IssueDate': issueDate,
  };
}

function references(invoice: Invoice): XmlElement {
  return {
    'cbc:Note': text(invoiceNote(invoice)),
    'cbc:DocumentCurrencyCode': CURRENCY,
    'cbc:AccountingCost': text(invoice.recipient.accountString),
    'cac:InvoicePeriod': invoicePeriod(invoice),
    'cac:OrderReference': orderReference(invoice),
    'cac:BillingReference': billingReference(invoice),
    'cac:AccountingSupplierParty': { 'cac:Party': sellerParty(invoice.seller) },
    'cac:AccountingCustomerParty': { 'cac:Party': buyerParty(invoice) },
  };
}

/** What OIOUBL calls the tax exclusive amount is the VAT (F-INV127). */
function figures(totals: Totals): XmlElement {
  return {
    'cac:TaxTotal': taxTotal(totals, VAT_CATEGORY),
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(totals.net),
      'cbc:TaxExclusiveAmount': amount(totals.vat),
      'cbc:TaxInclusiveAmount': amount(totals.payable),
      'cbc:PayableAmount': amount(totals.payable),
    },
  };
}

/** Every line says its own VAT (F-INV138). */
function lineForm(quantity: LineForm['quantity']): LineForm {
  const taxOfLine = ({ amount: net, vat }: ShownLine) => taxTotal({ net, vat }, VAT_CATEGORY);
  return { quantity, vatCategory: VAT_CATEGORY, taxTotal: taxOfLine };
}
