import type { Audit } from '../audit.ts';
import { kronerText } from '../kroner.ts';
import { rational, roundHalfAway } from '../rational.ts';
import type { Invoice, Run } from './read-run.ts';

const INSTALMENTS: Readonly<Record<string, number>> = {
  annual: 1,
  'half-yearly': 2,
  quarterly: 4,
  monthly: 12,
};

/** How many instalments a frequency makes of a year; `undefined` for a frequency that is none. */
export function instalmentCount(frequency: string): number | undefined {
  return INSTALMENTS[frequency];
}

/** Each invoice for itself: its sums, its VAT, its kind, its days, and its number after the one before. */
export function checkEach(audit: Audit, { invoices, year }: Run): void {
  for (const [place, invoice] of invoices.entries()) {
    const { pointer, lines, number } = invoice;
    const net = lines.reduce((sum, line) => sum + line.ore, 0n);
    const vat = roundHalfAway(rational(net, 4n));
    audit.amount(`${pointer}/totals/net`, net, invoice.net, 'the lines sum to the net amount');
    audit.amount(`${pointer}/totals/vat`, vat, invoice.vat, 'VAT is 25 % of the net amount, rounded once');
    audit.amount(`${pointer}/totals/payable`, net + vat, invoice.payable, 'net and VAT are what is payable');
    audit.equals(
      `${pointer}/kind`,
      net < 0n ? 'credit-note' : 'invoice',
      invoice.kind,
      'a credit note gives money back',
    );
    audit.equals(`${pointer}/instalment/year`, year, invoice.year, 'the year of the run');
    checkDays(audit, invoice);
    const previous = invoices[place - 1];
    if (previous === undefined) continue;
    const next = String(BigInt(previous.number) + 1n);
    audit.equals(`${pointer}/number`, next, number, 'numbers follow each other without a gap');
  }
}

function checkDays(audit: Audit, invoice: Invoice): void {
  const { pointer, frequency, instalment, year, issueDate, dueDate } = invoice;
  audit.figuresChecked += 1;
  if (dueDate < issueDate)
    audit.refuse(
      `${pointer}/dueDate`,
      `${issueDate} or later`,
      dueDate,
      'payment is not due before the issue',
    );
  const count = instalmentCount(frequency);
  if (count === undefined) return;
  const months = 12 / count;
  const first = (instalment - 1) * months + 1;
  const last = new Date(Date.UTC(year, first + months - 1, 0)).toISOString().slice(0, 10);
  const from = `${year}-${String(first).padStart(2, '0')}-01`;
  audit.equals(`${pointer}/period/from`, from, invoice.from, 'the first day that the instalment pays for');
  audit.equals(`${pointer}/period/to`, last, invoice.to, 'the last day that the instalment pays for');
}

/** A reversal takes back every line of what it names, to the øre. */
export function checkReversal(audit: Audit, { invoices, before }: Run): void {
  const byNumber = new Map(before.map((invoice) => [invoice.number, invoice]));
  for (const { pointer, corrects, lines } of invoices) {
    const reversed = byNumber.get(corrects ?? '');
    if (reversed === undefined) {
      audit.refuse(
        `${pointer}/corrects`,
        'an invoice issued before',
        corrects ?? 'nothing',
        'what is reversed',
      );
      continue;
    }
    audit.equals(`${pointer}/lines`, reversed.lines.length, lines.length, 'every line is taken back');
    for (const [place, line] of reversed.lines.entries()) {
      const taken = lines[place];
      const what = `the contrary of line ${place + 1} of ${reversed.number}`;
      if (taken !== undefined)
        audit.amount(`${taken.pointer}/amount`, -line.ore, kronerText(taken.ore), what);
    }
  }
}
