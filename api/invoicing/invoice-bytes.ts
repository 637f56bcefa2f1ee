import { DOCUMENT_FORMATS, type DocumentFormat } from '../../documents/formats.ts';
import { accepted } from '../../src/refusal.ts';
import { keepDocuments, newDocument, readDocument } from '../../store/invoices/invoice-documents.ts';
import type { KeptInvoice } from '../../store/invoices/read-invoices.ts';
import { type Store, write } from '../../store/write.ts';
import { invoiceOf } from './compute-run.ts';

/**
 * The format that is asked for by name, if its media type is taken; otherwise the first of the media type that is preferred, of which JSON is
 * none.
 */
export function formatOf(
  preferred: string,
  isTaken: (mediaType: string) => boolean,
  named: string | undefined,
): DocumentFormat | undefined {
  const asked = DOCUMENT_FORMATS.find(({ format, mediaType }) => format === named && isTaken(mediaType));
  return asked ?? DOCUMENT_FORMATS.find(({ mediaType }) => mediaType === preferred);
}

/**
 * The bytes of an invoice in a format, the same for ever. An invoice from before the format was here gets its bytes when they
 * are asked for first, and keeps them from then on.
 */
export async function invoiceBytes(
  store: Store,
  invoice: KeptInvoice,
  { format, edition, write: writeDocument }: DocumentFormat,
): Promise<Uint8Array> {
  const { number } = invoice;
  const kept = await readDocument(store.database.query, number, format);
  if (kept !== undefined) return kept;
  const bytes = Buffer.from(await writeDocument(invoiceOf(invoice)));
  const document = await newDocument(number, { format, writer: edition, bytes });
  const act = {
    actor: 'k98-model',
    action: 'invoices.write',
    target: `invoices/${number}`,
    detail: { format },
  };
  await write(store, act, async ({ transaction }) => {
    await keepDocuments(transaction, [document]);
    return accepted({ value: undefined });
  });
  return (await readDocument(store.database.query, number, format)) ?? bytes;
}
