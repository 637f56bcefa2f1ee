import type { Invoice } from '../../src/invoicing/invoice.ts';
import { slipReference } from '../../src/invoicing/payment-reference.ts';
import type { XmlElement } from '../ubl/xml-document.ts';

/** How the invoice is paid: to a bank account (42) or by payment slip (93), as DK-R-006, DK-R-010 and DK-R-011 want it. */
export function paymentMeans({ number, seller: { payment } }: Invoice): XmlElement {
  switch (payment.kind) {
    case 'bank':
      return {
        'cbc:PaymentMeansCode': '42',
        'cbc:PaymentID': number,
        'cac:PayeeFinancialAccount': {
          'cbc:ID': payment.account,
          'cac:FinancialInstitutionBranch': { 'cbc:ID': payment.registration },
        },
      };
    case 'fik':
      return {
        'cbc:PaymentMeansCode': '93',
        'cbc:PaymentID': `71#${slipReference(number)}`,
        'cac:PayeeFinancialAccount': { 'cbc:ID': payment.creditor },
      };
  }
}
