import type { IssuedRunBasis, LineLineage } from '../../src/invoicing/lineage.ts';
import { lineagesOf } from '../../src/invoicing/lineage.ts';
import { oreFromKroner } from '../../src/money/ore.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import { invariant } from '../../src/refusal.ts';
import { readContent } from '../../store/contents.ts';
import type { Database } from '../../store/database.ts';
import { type InvoiceFilter, type KeptInvoice, readInvoices } from '../../store/invoices/read-invoices.ts';
import { readResource } from '../../store/resource-versions.ts';
import { invoiceOf } from './compute-run.ts';
import { INVOICE_RUNS, type KeptRun } from './kept-run.ts';
import { invoicingYearFrom, type RunInputs } from './run-inputs.ts';

/** The lines of a year's invoices with where each comes from, and the prices that their runs rest on. */
export interface YearLineage {
  readonly invoices: readonly KeptInvoice[];
  /** By invoice number, in the order of the lines. */
  readonly lineages: ReadonlyMap<string, readonly LineLineage[]>;
  /** By run. */
  readonly prices: ReadonlyMap<string, YearPrice>;
}

/** Computes the lineage of the invoices of a year, or of one municipality in it, from what their runs were computed from. */
export async function yearLineage(
  query: Database['query'],
  filter: InvoiceFilter & { readonly agreement: string; readonly year: number },
): Promise<YearLineage> {
  const invoices = await readInvoices(query, filter);
  const runs: IssuedRunBasis[] = [];
  const prices = new Map<string, YearPrice>();
  for (const [run, own] of Map.groupBy(invoices, (invoice) => invoice.run)) {
    const basis = await basisOf(query, run, filter.year);
    runs.push({ ...basis, invoices: own.map(invoiceOf) });
    prices.set(run, basis.price);
  }
  return { invoices, lineages: lineagesOf(runs), prices };
}

/** A run that was issued is computed again from its inputs: they are kept for ever. */
async function basisOf(
  query: Database['query'],
  id: string,
  year: number,
): Promise<Omit<IssuedRunBasis, 'invoices'>> {
  const kept = await readResource(query, { kind: INVOICE_RUNS, id });
  invariant(kept !== undefined, 'a run that was issued is never deleted');
  const { purpose, computed } = kept.body as KeptRun;
  const inputs = (await readContent(query, computed.inputs)) as RunInputs;
  const invoicing = await invoicingYearFrom(inputs, year, (hash) => readContent(query, hash));
  invariant(invoicing.ok, 'a run that was issued can be computed again');
  const decisions = inputs.decisions.map((bound) => ({ ...bound, amount: oreFromKroner(bound.amount) }));
  return { purpose, price: invoicing.value.price, decisions };
}
