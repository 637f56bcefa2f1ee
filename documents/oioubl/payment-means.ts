import type { Invoice } from '../../src/invoicing/invoice.ts';
import { slipReference } from '../../src/invoicing/payment-reference.ts';
import type { XmlElement } from '../ubl/xml-document.ts';
import { fromCodelist } from './codelists.ts';

/** How and when the invoice is paid: to a bank account (42, DK:BANK) or by payment slip (93, DK:FIK). */
export function paymentMeans({ number, dueDate, seller: { payment } }: Invoice): XmlElement {
  switch (payment.kind) {
    case 'bank':
      return {
        'cbc:PaymentMeansCode': '42',
        'cbc:PaymentDueDate': dueDate,
        'cbc:PaymentChannelCode': fromCodelist('paymentchannelcode', 'DK:BANK'),
        'cac:PayeeFinancialAccount': {
          'cbc:ID': payment.account,
          'cbc:PaymentNote': number,
          'cac:FinancialInstitutionBranch': { 'cbc:ID': payment.registration },
        },
      };
    case 'fik':
      return {
        'cbc:PaymentMeansCode': '93',
        'cbc:PaymentDueDate': dueDate,
        'cbc:PaymentChannelCode': fromCodelist('paymentchannelcode', 'DK:FIK'),
        'cbc:InstructionID': slipReference(number),
        'cbc:PaymentID': '71',
        'cac:CreditAccount': { 'cbc:AccountID': payment.creditor },
      };
  }
}
