import type { Invoice } from '../../src/invoicing/invoice.ts';
import { plainText } from '../text/plain-text.ts';
import { correctedText, danishDate, documentName, instalmentTitle, periodText } from '../text/titles.ts';
import { PAGE, STYLES, TEXT_WIDTH } from './page.ts';
import type { Typesetter } from './typesetter.ts';

const RIGHT_COLUMN = 318;
const LABEL_WIDTH = 92;
const LINE = 12.5;

/** The sender, the title, who receives the invoice and what it is referred to by. */
export function setHead(typesetter: Typesetter, invoice: Invoice): void {
  const { seller, note } = invoice;
  const { street, building, postalCode, city } = seller.address;
  typesetter.within('P', () => {
    typesetter.place({ text: plainText(seller.name), style: STYLES.sender, x: PAGE.left, width: TEXT_WIDTH });
    typesetter.down(15);
    const address = plainText(`${street} ${building}, ${postalCode} ${city}`);
    typesetter.place({ text: address, style: STYLES.muted, x: PAGE.left, width: TEXT_WIDTH });
  });
  typesetter.down(38);
  typesetter.within('H1', () =>
    typesetter.place({ text: documentName(invoice), style: STYLES.title, x: PAGE.left, width: TEXT_WIDTH }),
  );
  typesetter.down(40);
  const top = typesetter.top;
  setPairs(typesetter, receiver(invoice), PAGE.left, RIGHT_COLUMN - PAGE.left - 16);
  const left = typesetter.top;
  typesetter.moveTo(top);
  setPairs(typesetter, references(invoice), RIGHT_COLUMN, PAGE.right - RIGHT_COLUMN);
  typesetter.moveTo(Math.max(left, typesetter.top) + 14);
  const subject = plainText(`${invoice.basis.agreement}. ${correctedText(invoice)}${note ?? ''}`);
  typesetter.within('P', () =>
    typesetter.flow({ text: subject, style: STYLES.body, x: PAGE.left, width: TEXT_WIDTH }),
  );
  typesetter.down(14);
}

type Pair = readonly [label: string, value: string | undefined];

function receiver({ payer, recipient }: Invoice): Pair[] {
  return [
    ['Modtager', payer.name],
    ['Afdeling', recipient.department],
    ['GLN (EAN-nr.)', recipient.gln],
    ['CVR-nr.', payer.cvr],
    ['E-mail', recipient.email],
  ];
}

function references(invoice: Invoice): Pair[] {
  const { kind, number, issueDate, dueDate, instalment, recipient } = invoice;
  const isInvoice = kind === 'invoice';
  return [
    [isInvoice ? 'Fakturanummer' : 'Kreditnotanummer', number],
    ['Dato', danishDate(issueDate)],
    ['Betales senest', isInvoice ? danishDate(dueDate) : undefined],
    ['Periode', periodText(invoice)],
    ['Rate', instalmentTitle(instalment)],
    ['Jeres reference', recipient.personReference],
    ['Ordrenummer', recipient.orderReference],
    ['Kontostreng', recipient.accountString],
  ];
}

/** Labels with their values below each other; those without a value are left out. */
function setPairs(typesetter: Typesetter, pairs: readonly Pair[], x: number, width: number): void {
  typesetter.within('L', () => {
    for (const [label, value] of pairs) {
      const text = plainText(value ?? '');
      if (text !== '') setPair(typesetter, label, text, x, width);
    }
  });
}

function setPair(typesetter: Typesetter, label: string, text: string, x: number, width: number): void {
  const shown = { text, style: STYLES.body, x: x + LABEL_WIDTH, width: width - LABEL_WIDTH };
  const height = typesetter.heightOf(shown);
  typesetter.within('LI', () => {
    typesetter.within('Lbl', () =>
      typesetter.place({ text: label, style: STYLES.muted, x, width: LABEL_WIDTH - 6 }),
    );
    typesetter.within('LBody', () => typesetter.place(shown));
  });
  typesetter.down(Math.max(LINE, height + 1));
}
