import { invoiceFromDocument } from '../../data/invoices/invoice-from-document.ts';
import type { InvoiceDocument } from '../../data/schema/invoice.ts';
import { instalmentsOf } from '../../src/invoicing/instalment.ts';
import type { Invoice } from '../../src/invoicing/invoice.ts';
import { correctionRun, ordinaryRun, type Run, reversalRun } from '../../src/invoicing/run.ts';
import { accepted, collect, type Result, refused } from '../../src/refusal.ts';
import type { Database } from '../../store/database.ts';
import { type KeptInvoice, readInvoices } from '../../store/invoices/read-invoices.ts';
import { invoicingYearFrom, type ReadContent, type RunInputs } from './run-inputs.ts';
import { runRefusal } from './run-refusals.ts';
import type { RunRequest } from './run-schema.ts';

/** What a run is computed from, beside the request. */
export interface RunBasis {
  readonly agreement: string;
  readonly inputs: RunInputs;
  readonly read: ReadContent;
}

/** The invoices of a run as far as they can be told before they have numbers. Paths count from the request. */
export async function computeRun(
  query: Database['query'],
  request: RunRequest,
  { agreement, inputs, read }: RunBasis,
): Promise<Result<Run>> {
  const { purpose, year, note = '' } = request;
  if (purpose === 'reversal') return reversal(await readInvoices(query, { agreement, year }), request);
  const invoicing = await invoicingYearFrom(inputs, year, read);
  if (!invoicing.ok) return invoicing;
  if (purpose === 'ordinary') return ordinary(invoicing.value, request, inputs);
  const issued = await readInvoices(query, { agreement, year });
  return correctionRun(invoicing.value, issued.map(invoiceOf), note);
}

/** The invoice as the core knows it. */
export function invoiceOf({ body }: Pick<KeptInvoice, 'body'>): Invoice {
  const document: InvoiceDocument = JSON.parse(body);
  return invoiceFromDocument(document);
}

function ordinary(
  invoicing: Parameters<typeof ordinaryRun>[0],
  { year, instalment: number = 1, frequency: asked }: RunRequest,
  { terms }: RunInputs,
): Result<Run> {
  const instalments = instalmentsOf(year, asked ?? terms.frequency);
  const instalment = instalments[number - 1];
  if (instalment === undefined)
    return refused(
      runRefusal('instalment_unknown', ['instalment'], String(number), String(instalments.length)),
    );
  return ordinaryRun(invoicing, instalment);
}

function reversal(issued: readonly KeptInvoice[], { invoices = [], note = '' }: RunRequest): Result<Run> {
  const byNumber = new Map(issued.map((invoice) => [invoice.number, invoice]));
  const reversed = new Set(
    issued.flatMap(({ purpose, corrects }) => (purpose === 'reversal' ? [corrects] : [])),
  );
  const chosen = collect(
    invoices.map((number, place): Result<Invoice> => {
      const path = ['invoices', place];
      const invoice = byNumber.get(number);
      if (invoice === undefined) return refused(runRefusal('invoice_not_in_year', path, number));
      if (invoices.indexOf(number) < place) return refused(runRefusal('invoice_repeated', path, number));
      if (reversed.has(number)) return refused(runRefusal('invoice_reversed_already', path, number));
      return accepted(invoiceOf(invoice));
    }),
  );
  return chosen.ok ? accepted(reversalRun(chosen.value, note)) : chosen;
}
