import { type Instalment, instalmentsOf } from '../../src/invoicing/instalment.ts';
import type { Invoice, InvoiceLine } from '../../src/invoicing/invoice.ts';

/** What a line asks money for: `Aula: Drift`, or `Aula, skole: Drift` where the plan splits the solution. */
export function lineTitle({ solutionTitle, parts, componentTitle }: InvoiceLine): string {
  return `${[solutionTitle, ...parts].join(', ')}: ${componentTitle}`;
}

/** `rate 1 af 2, 2026` */
function instalmentTitle({ year, frequency, number }: Instalment): string {
  return `rate ${number} af ${instalmentsOf(year, frequency).length}, ${year}`;
}

/** What an invoice is about, and what it corrects and why. */
export function invoiceNote({ basis, instalment, corrects, note }: Invoice): string {
  const subject = `${basis.agreement}, ${instalmentTitle(instalment)}.`;
  const correction = corrects === undefined ? '' : ` Regulerer faktura ${corrects.number}.`;
  return `${subject}${correction}${note === undefined ? '' : ` ${note}`}`;
}

/** A day as Danes write it: `16-02-2026`. */
export function danishDate(date: string): string {
  return date.split('-').toReversed().join('-');
}
