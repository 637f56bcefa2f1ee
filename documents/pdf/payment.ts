import type { Invoice } from '../../src/invoicing/invoice.ts';
import { slipReference } from '../../src/invoicing/payment-reference.ts';
import { danishDate, paymentTerms } from '../text/titles.ts';
import { PAGE, STYLES, TEXT_WIDTH } from './page.ts';
import type { Typesetter } from './typesetter.ts';

const INSET = 10;

/** When and how the invoice is paid, or what becomes of a credit note. */
export function setPayment(typesetter: Typesetter, invoice: Invoice): void {
  const width = TEXT_WIDTH - 2 * INSET;
  const text = paymentText(invoice);
  const height = typesetter.heightOf({ text, style: STYLES.body, width });
  typesetter.needs(height + 2 * INSET);
  typesetter.shade(height + 2 * INSET);
  typesetter.down(INSET);
  typesetter.within('P', () => typesetter.flow({ text, style: STYLES.body, x: PAGE.left + INSET, width }));
  typesetter.down(INSET + 20);
}

function paymentText(invoice: Invoice): string {
  const { kind, number, dueDate } = invoice;
  const { payment } = invoice.seller;
  if (kind === 'credit-note') return paymentTerms(invoice);
  const due = `Betales senest ${danishDate(dueDate)}`;
  switch (payment.kind) {
    case 'bank':
      return `${due} til registreringsnr. ${payment.registration}, kontonr. ${payment.account}. Skriv fakturanummeret ${number} i meddelelsen til modtageren.`;
    case 'fik':
      return `${due} med betalingskort:  +71<${slipReference(number)}+${payment.creditor}<`;
  }
}
