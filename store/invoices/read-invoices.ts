import type { Kysely } from 'kysely';
import type { RunPurpose } from '../../src/invoicing/run.ts';
import type { PayerAmounts } from '../../src/invoicing/run-differences.ts';
import { ore } from '../../src/money/ore.ts';
import type { Tables } from '../tables.ts';
import { HEAD_COLUMNS, type IssuedInvoice, issuedInvoice } from './issued-invoice.ts';

/** Which invoices a reader wants: only those of this run, municipality and so on. */
export interface InvoiceFilter {
  readonly run?: string;
  readonly agreement?: string;
  readonly year?: number;
  readonly municipality?: string;
  readonly purpose?: RunPurpose;
}

/** An invoice with its JSON as it was kept. */
export interface KeptInvoice extends IssuedInvoice {
  readonly body: string;
}

/** The invoice with a number; undefined when none has it. */
export async function readInvoice(query: Kysely<Tables>, number: string): Promise<KeptInvoice | undefined> {
  const row = await query.selectFrom('invoices').selectAll().where('number', '=', number).executeTakeFirst();
  return row === undefined ? undefined : { ...issuedInvoice(row), body: row.body };
}

/** Whole invoices in the order of issue: only those after `after` (a `seq`), and `limit` at most. */
export async function readInvoices(
  query: Kysely<Tables>,
  filter: InvoiceFilter,
  { after = 0n, limit }: { readonly after?: bigint; readonly limit?: number } = {},
): Promise<KeptInvoice[]> {
  const rows = await filtered(query, filter)
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .$if(limit !== undefined, (invoices) => invoices.limit(limit ?? 0))
    .execute();
  return rows.map((row) => ({ ...issuedInvoice(row), body: row.body }));
}

/** What is known of invoices in the order of issue: only those after `after` (a `seq`). */
export async function listInvoices(
  query: Kysely<Tables>,
  filter: InvoiceFilter,
  { after, limit }: { readonly after: bigint; readonly limit: number },
): Promise<IssuedInvoice[]> {
  const rows = await filtered(query, filter)
    .select(HEAD_COLUMNS)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(issuedInvoice);
}

/** The `seq` of the invoice that was issued last for a year of an agreement, or of all; 0 when there is none. */
export async function lastSeq(query: Kysely<Tables>, filter: InvoiceFilter = {}): Promise<bigint> {
  const row = await filtered(query, filter)
    .select(({ fn }) => fn.max('seq').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0n;
}

/** The number that was given last in a series; undefined when the series is new. */
export async function lastNumber(query: Kysely<Tables>, series: string): Promise<string | undefined> {
  const row = await query
    .selectFrom('invoices')
    .select('number')
    .where('series', '=', series)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number;
}

/** The run of an instalment that was issued last for an agreement. */
export async function lastOrdinaryRun(query: Kysely<Tables>, agreement: string): Promise<string | undefined> {
  const row = await query
    .selectFrom('invoices')
    .select('run')
    .where('agreement', '=', agreement)
    .where('purpose', '=', 'ordinary')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.run;
}

/** What invoices have asked of each municipality, excluding VAT. */
export async function amountsByMunicipality(
  query: Kysely<Tables>,
  filter: InvoiceFilter,
): Promise<PayerAmounts> {
  const rows = await filtered(query, filter)
    .select(['municipality', 'net_ore'])
    .orderBy('municipality')
    .execute();
  const sums = new Map<string, bigint>();
  for (const { municipality, net_ore } of rows)
    sums.set(municipality, (sums.get(municipality) ?? 0n) + net_ore);
  return new Map([...sums].map(([municipality, sum]) => [municipality, ore(sum)]));
}

function filtered(query: Kysely<Tables>, { run, agreement, year, municipality, purpose }: InvoiceFilter) {
  return query
    .selectFrom('invoices')
    .$if(run !== undefined, (rows) => rows.where('run', '=', run ?? ''))
    .$if(agreement !== undefined, (rows) => rows.where('agreement', '=', agreement ?? ''))
    .$if(year !== undefined, (rows) => rows.where('year', '=', BigInt(year ?? 0)))
    .$if(municipality !== undefined, (rows) => rows.where('municipality', '=', municipality ?? ''))
    .$if(purpose !== undefined, (rows) => rows.where('purpose', '=', purpose ?? 'ordinary'));
}
