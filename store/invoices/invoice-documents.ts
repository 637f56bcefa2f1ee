import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { inChunks } from '../chunks.ts';
import type { Tables } from '../tables.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** An invoice in one format, on its way into the store. */
export interface NewDocument {
  readonly number: string;
  readonly format: string;
  /** Which edition of its writer made it. */
  readonly writer: number;
  readonly compressed: Uint8Array;
}

/** Makes the bytes of a document ready to be kept: a tenth of their size. */
export async function newDocument(
  number: string,
  { format, writer, bytes }: { readonly format: string; readonly writer: number; readonly bytes: Uint8Array },
): Promise<NewDocument> {
  return { number, format, writer, compressed: await compress(bytes) };
}

/** The bytes of an invoice in a format, as they are given for ever; undefined when it has none yet. */
export async function readDocument(
  query: Kysely<Tables>,
  number: string,
  format: string,
): Promise<Uint8Array | undefined> {
  const row = await query
    .selectFrom('invoice_documents')
    .select('bytes')
    .where('number', '=', number)
    .where('format', '=', format)
    .executeTakeFirst();
  return row === undefined ? undefined : decompress(row.bytes);
}

/** Keeps documents; where an invoice has the format already, what was kept first stays. */
export async function keepDocuments(
  transaction: Kysely<Tables>,
  documents: readonly NewDocument[],
): Promise<void> {
  const rows = documents.map(({ number, format, writer, compressed }) => ({
    number,
    format,
    writer: BigInt(writer),
    bytes: compressed,
  }));
  for (const some of inChunks(rows))
    await transaction
      .insertInto('invoice_documents')
      .values(some)
      .onConflict((conflict) => conflict.columns(['number', 'format']).doNothing())
      .execute();
}
