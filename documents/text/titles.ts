import { type Instalment, instalmentsOf } from '../../src/invoicing/instalment.ts';
import type { Invoice, InvoiceLine } from '../../src/invoicing/invoice.ts';

/** `Faktura` or `Kreditnota` */
export function documentName({ kind }: Pick<Invoice, 'kind'>): string {
  return kind === 'invoice' ? 'Faktura' : 'Kreditnota';
}

/** `Faktura 2026000001` */
export function documentTitle(invoice: Pick<Invoice, 'kind' | 'number'>): string {
  return `${documentName(invoice)} ${invoice.number}`;
}

/** The solution that a line is for, with the parts where the plan splits it: `Aula, skole`. */
export function solutionTitle({ solutionTitle: title, parts }: InvoiceLine): string {
  return [title, ...parts].join(', ');
}

/** What a line asks money for: `Aula, skole: Drift`. */
export function lineTitle(line: InvoiceLine): string {
  return `${solutionTitle(line)}: ${line.componentTitle}`;
}

/** `1 af 2, 2026` */
export function instalmentTitle({ year, frequency, number }: Instalment): string {
  return `${number} af ${instalmentsOf(year, frequency).length}, ${year}`;
}

/** `01-01-2026 – 30-06-2026` */
export function periodText({ period }: Pick<Invoice, 'period'>): string {
  return `${danishDate(period.from)} – ${danishDate(period.to)}`;
}

/** The invoice that is corrected, as a sentence with a space after it; empty where none is. */
export function correctedText({ corrects }: Pick<Invoice, 'corrects'>): string {
  return corrects === undefined
    ? ''
    : `Regulerer faktura ${corrects.number} af ${danishDate(corrects.issueDate)}. `;
}

/** What an invoice is about, and what it corrects and why. */
export function invoiceNote(invoice: Invoice): string {
  const { basis, instalment, note = '' } = invoice;
  return `${basis.agreement}, rate ${instalmentTitle(instalment)}. ${correctedText(invoice)}${note}`.trim();
}

/** When an invoice is to be paid, or what becomes of a credit note. */
export function paymentTerms({ kind, dueDate }: Pick<Invoice, 'kind' | 'dueDate'>): string {
  return kind === 'credit-note'
    ? 'Kreditnotaen skal ikke betales. Beløbet er til jeres fordel.'
    : `Betales senest ${danishDate(dueDate)}.`;
}

/** A day as Danes write it: `16-02-2026`. */
export function danishDate(date: string): string {
  return date.split('-').toReversed().join('-');
}
