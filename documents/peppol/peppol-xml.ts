import type { Invoice } from '../../src/invoicing/invoice.ts';
import { shownInvoice } from '../../src/invoicing/shown-invoice.ts';
import { invoiceNote, paymentTerms } from '../text/titles.ts';
import { amount, CURRENCY } from '../ubl/amount.ts';
import { ublLines } from '../ubl/lines.ts';
import { billingReference, invoicePeriod, orderReference } from '../ubl/references.ts';
import { taxTotal } from '../ubl/tax-total.ts';
import { text, ublDocument, type XmlElement } from '../ubl/xml-document.ts';
import { buyerParty, sellerParty } from './parties.ts';
import { paymentMeans } from './payment-means.ts';

const CUSTOMIZATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

/** Standard rate (S) at 25 %. */
const VAT_CATEGORY = { 'cbc:ID': 'S', 'cbc:Percent': '25', 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };

/**
 * The e-invoice or credit note in Peppol BIS Billing 3.0 (UBL 2.1), which every Danish public body receives. Elements
 * stand in the order that the UBL schema demands.
 */
export function peppolXml(invoice: Invoice): string {
  return invoice.kind === 'invoice'
    ? ublDocument('Invoice', invoiceContent(invoice))
    : ublDocument('CreditNote', creditNoteContent(invoice));
}

function invoiceContent(invoice: Invoice): XmlElement {
  return {
    ...identification(invoice),
    'cbc:DueDate': invoice.dueDate,
    'cbc:InvoiceTypeCode': '380',
    ...references(invoice),
    'cac:PaymentMeans': paymentMeans(invoice),
    'cac:PaymentTerms': { 'cbc:Note': paymentTerms(invoice) },
    ...figures(invoice),
    'cac:InvoiceLine': ublLines(invoice, {
      quantity: 'cbc:InvoicedQuantity',
      vatCategory: VAT_CATEGORY,
    }),
  };
}

/**
 * A credit note asks for no payment, so it says neither when nor how. It says that in its terms, because receivers that
 * still apply BR-CO-25 want terms with every amount above zero.
 */
function creditNoteContent(invoice: Invoice): XmlElement {
  return {
    ...identification(invoice),
    'cbc:CreditNoteTypeCode': '381',
    ...references(invoice),
    'cac:PaymentTerms': { 'cbc:Note': paymentTerms(invoice) },
    ...figures(invoice),
    'cac:CreditNoteLine': ublLines(invoice, {
      quantity: 'cbc:CreditedQuantity',
      vatCategory: VAT_CATEGORY,
    }),
  };
}

function identification({ number, issueDate }: Invoice): XmlElement {
  return {
    'cbc:CustomizationID': CUSTOMIZATION,
    'cbc:ProfileID': PROFILE,
    'cbc:ID': number,
    'cbc:IssueDate': issueDate,
  };
}

function references(invoice: Invoice): XmlElement {
  return {
    'cbc:Note': text(invoiceNote(invoice)),
    'cbc:DocumentCurrencyCode': CURRENCY,
    'cbc:AccountingCost': text(invoice.recipient.accountString),
    'cbc:BuyerReference': buyerReference(invoice),
    'cac:InvoicePeriod': invoicePeriod(invoice),
    'cac:OrderReference': orderReference(invoice),
    'cac:BillingReference': billingReference(invoice),
    'cac:AccountingSupplierParty': { 'cac:Party': sellerParty(invoice.seller) },
    'cac:AccountingCustomerParty': { 'cac:Party': buyerParty(invoice) },
  };
}

/** The buyer's person or code; one of it and the order is mandatory (R003), and the department is a code as well. */
function buyerReference({ recipient }: Invoice): string | undefined {
  const { personReference, orderReference: order, department } = recipient;
  return (
    text(personReference) ?? (text(order) === undefined ? (text(department) ?? recipient.gln) : undefined)
  );
}

/** VAT once, of the whole invoice (BG-23), and the sums (BG-22). */
function figures(invoice: Invoice): XmlElement {
  const { totals } = shownInvoice(invoice);
  return {
    'cac:TaxTotal': taxTotal(totals, VAT_CATEGORY),
    'cac:LegalMonetaryTotal': {
      'cbc:LineExtensionAmount': amount(totals.net),
      'cbc:TaxExclusiveAmount': amount(totals.net),
      'cbc:TaxInclusiveAmount': amount(totals.payable),
      'cbc:PayableAmount': amount(totals.payable),
    },
  };
}
