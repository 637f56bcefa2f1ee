import type { Invoice } from '../../src/invoicing/invoice.ts';
import type { Totals } from '../../src/invoicing/totals.ts';
import { danishAmount } from '../../src/money/danish-figures.ts';
import { PAGE, STYLES, type TextStyle } from './page.ts';
import type { Typesetter } from './typesetter.ts';

const LEFT = 318;
const HEIGHT = 74;

/** What the lines sum to, the VAT, and what is to be paid or given back. */
export function setTotals(typesetter: Typesetter, { kind }: Invoice, { net, vat, payable }: Totals): void {
  typesetter.down(8);
  typesetter.needs(HEIGHT);
  const width = PAGE.right - LEFT;
  const row = (label: string, amount: string, style: TextStyle) =>
    typesetter.within('TR', () => {
      const cell = { style, x: LEFT, width };
      typesetter.within('TH', () => typesetter.place({ ...cell, text: label }), { scope: 'Row' });
      typesetter.within('TD', () => typesetter.place({ ...cell, text: amount, align: 'right' }));
    });
  typesetter.within('Table', () => {
    row('I alt uden moms', danishAmount(net), STYLES.body);
    typesetter.down(15);
    row('Moms 25 %', danishAmount(vat), STYLES.body);
    typesetter.down(17);
    typesetter.rule(LEFT, width);
    typesetter.down(6);
    row(kind === 'invoice' ? 'At betale, kr.' : 'Til gode, kr.', danishAmount(payable), STYLES.total);
  });
  typesetter.down(26);
}
