import { Zip, ZipDeflate } from 'fflate';

/** A file on its way into a zip. */
export interface ZipEntry {
  /** With folders: `pdf/2026000001.pdf`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The first moment that a zip can name; files tell in themselves when they were issued. */
const FIXED_TIME = new Date(1980, 0, 1);

/**
 * Zips files while they come: each is compressed and handed on before the next is asked for, so that a zip of any size takes the memory of one
 * file and of the list of names. The same files give the same bytes.
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    ready.push(piece);
  });
  for await (const { name, bytes } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = FIXED_TIME;
    zip.add(file);
    file.push(bytes, true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
