import type { Invoice } from '../../src/invoicing/invoice.ts';
import { shownInvoice } from '../../src/invoicing/shown-invoice.ts';
import { plainText } from '../text/plain-text.ts';
import { documentTitle } from '../text/titles.ts';
import { setHead } from './head.ts';
import { setLines } from './lines.ts';
import { PAGE, STYLES, TEXT_WIDTH } from './page.ts';
import { setPayment } from './payment.ts';
import { setPriceBasis } from './price-basis.ts';
import { setTotals } from './totals.ts';
import { type Placed, Typesetter } from './typesetter.ts';

const FOOT_TOP = 796;

/**
 * The invoice or credit note for people to read (PDF, A4, Danish): what is to be paid and when, for what, and what the price consists of.
 * Its text can be selected, and is tagged for those who let it be read aloud. The same invoice gives the same bytes.
 */
export function invoicePdf(invoice: Invoice): Promise<Buffer> {
  const shown = shownInvoice(invoice);
  const { seller, issueDate, basis } = invoice;
  const title = documentTitle(invoice);
  const typesetter = new Typesetter({
    title,
    author: plainText(seller.name),
    subject: plainText(basis.agreement),
    date: issueDate,
  });
  setHead(typesetter, invoice);
  setLines(typesetter, shown);
  setTotals(typesetter, invoice, shown.totals);
  setPayment(typesetter, invoice);
  setPriceBasis(typesetter, invoice);
  return typesetter.finish((page, pages) => foot(invoice, title, page, pages), FOOT_TOP);
}

function foot({ seller }: Invoice, title: string, page: number, pages: number): Placed[] {
  const { name, contact } = seller;
  const sender = [name, `CVR-nr. ${seller.cvr}`, contact.email, contact.phone];
  const line = { style: STYLES.smallMuted, x: PAGE.left, width: TEXT_WIDTH };
  return [
    { ...line, text: sender.flatMap((part) => (part === undefined ? [] : [plainText(part)])).join('  ·  ') },
    { ...line, text: `${title}  ·  side ${page} af ${pages}`, align: 'right' },
  ];
}
