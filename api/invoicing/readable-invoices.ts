import type { Identity } from '../../src/access/identity.ts';
import { permits } from '../../src/access/permissions.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import type { IssuedInvoice } from '../../store/invoices/issued-invoice.ts';
import {
  type InvoiceFilter,
  type KeptInvoice,
  listInvoices,
  readInvoice,
  readInvoices,
} from '../../store/invoices/read-invoices.ts';
import type { Store } from '../../store/write.ts';
import { cutToPage, type Page, seqFrom } from '../listing.ts';
import { HiddenResource, RequestError } from '../request-error.ts';
import { unknownId } from '../request-refusals.ts';
import type { InvoiceHead } from '../requests/invoices.ts';

/** An invoice belongs to the municipality that owes it. */
export function mayRead(identity: Identity, { issuedBy, municipality, isShared }: IssuedInvoice): boolean {
  return permits(identity, 'invoice.read', { owner: issuedBy, unit: municipality, isShared });
}

/** The invoice with a number; 404 for what is not there and for what the sender may not read. */
export async function readableInvoice(
  { database }: Store,
  identity: Identity,
  number: string,
): Promise<KeptInvoice> {
  const invoice = await readInvoice(database.query, number);
  const unknown = unknownId('invoice', number, []);
  if (invoice === undefined) throw new RequestError('unknown-resource', unknown);
  if (!mayRead(identity, invoice)) throw new HiddenResource(unknown);
  return invoice;
}

/** How many whole invoices are read at a time. */
const BATCH = 25;

/** All invoices that the sender may read, whole, in the order of issue; a few of them are in memory at a time. */
export async function* readableInvoices(
  { database }: Store,
  identity: Identity,
  filter: InvoiceFilter,
): AsyncGenerator<KeptInvoice> {
  for (let after = 0n; ; ) {
    const batch = await readInvoices(database.query, filter, { after, limit: BATCH });
    yield* batch.filter((invoice) => mayRead(identity, invoice));
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.seq ?? after;
  }
}

/** One page of the invoices that the sender may read, in the order of issue. */
export async function invoicePage(
  { database }: Store,
  identity: Identity,
  filter: InvoiceFilter,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<Page<InvoiceHead>> {
  const items: IssuedInvoice[] = [];
  let after = seqFrom(cursor);
  while (items.length <= limit) {
    const batch = await listInvoices(database.query, filter, { after, limit: limit + 1 });
    items.push(...batch.filter((invoice) => mayRead(identity, invoice)));
    after = batch.at(-1)?.seq ?? after;
    if (batch.length <= limit) break;
  }
  const page = cutToPage(items, limit, ({ seq }) => String(seq));
  return { ...page, items: page.items.map(headAnswer) };
}

/** What is known of an invoice, as it is answered. */
export function headAnswer(invoice: IssuedInvoice): InvoiceHead {
  const { seq: _, series: __, issuedBy: ___, isShared, net, vat, payable, ...head } = invoice;
  return {
    ...head,
    net: kronerFromOre(net),
    vat: kronerFromOre(vat),
    payable: kronerFromOre(payable),
    shared: isShared,
  };
}
