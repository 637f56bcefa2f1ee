import { DOCUMENT_FORMATS, type DocumentFormat } from '../../documents/formats.ts';
import type { ZipEntry } from '../../documents/zip/zip-stream.ts';
import type { Identity } from '../../src/access/identity.ts';
import type { KeptInvoice } from '../../store/invoices/read-invoices.ts';
import type { Store } from '../../store/write.ts';
import { invoiceBytes } from './invoice-bytes.ts';
import { readableInvoices } from './readable-invoices.ts';

/** The document formats with a name, or all of them. */
export function formatsNamed(name: string | undefined): readonly DocumentFormat[] {
  return DOCUMENT_FORMATS.filter(({ format }) => name === undefined || format === name);
}

/**
 * The documents of a run that the sender may read, as files in one folder for each format, and as JSON in one more. They are read one at
 * a time, so that a run of any size takes the memory of one.
 */
export async function* runDocuments(
  store: Store,
  identity: Identity,
  run: string,
  formats: readonly DocumentFormat[],
): AsyncGenerator<ZipEntry> {
  for await (const invoice of readableInvoices(store, identity, { run })) {
    yield { name: `json/${invoice.number}.json`, bytes: Buffer.from(invoice.body) };
    for (const format of formats) yield await documentOf(store, invoice, format);
  }
}

async function documentOf(store: Store, invoice: KeptInvoice, format: DocumentFormat): Promise<ZipEntry> {
  const name = `${format.format}/${invoice.number}.${format.fileEnding}`;
  return { name, bytes: await invoiceBytes(store, invoice, format) };
}
