import { negateOre, type Ore } from '../money/ore.ts';
import type { Invoice, InvoiceLine } from './invoice.ts';
import { type Totals, totalsOf } from './totals.ts';

/** A line with the sign that its document gives it. */
export interface ShownLine extends InvoiceLine {
  /** One, or minus one for a line that goes against its document: money back in an invoice. */
  readonly quantity: 1 | -1;
  /** amount = quantity · unitPrice; never negative, as prices of e-invoices must not be (BR-27). */
  readonly unitPrice: Ore;
  /** Of the line alone; an invoice's VAT is not the sum of these. */
  readonly vat: Ore;
}

/** An invoice's figures as its document shows them: a credit note says as positive what is given back. */
export interface ShownInvoice {
  readonly lines: readonly ShownLine[];
  readonly totals: Totals;
}

export function shownInvoice({ kind, lines, totals: { net, vat, payable } }: Invoice): ShownInvoice {
  const turned = kind === 'credit-note' ? negateOre : (amount: Ore) => amount;
  return {
    lines: lines.map((line) => shownLine(line, turned(line.amount))),
    totals: { net: turned(net), vat: turned(vat), payable: turned(payable) },
  };
}

function shownLine(line: InvoiceLine, amount: Ore): ShownLine {
  const isAgainst = amount < 0n;
  return {
    ...line,
    amount,
    quantity: isAgainst ? -1 : 1,
    unitPrice: isAgainst ? negateOre(amount) : amount,
    vat: totalsOf([{ amount }]).vat,
  };
}
