import { inBoth } from '../language/language.ts';
import { count } from '../numbers/format.ts';
import { keepFile } from '../parts/keep-file.ts';
import { refusalOf } from './client.ts';
import type { Report } from './under-way.ts';

const words = inBoth(
  {
    bytes: (megabytes: string) => `${megabytes} MB`,
    of: (megabytes: string, all: string) => `${megabytes} af ${all} MB`,
  },
  {
    bytes: (megabytes: string) => `${megabytes} MB`,
    of: (megabytes: string, all: string) => `${megabytes} of ${all} MB`,
  },
);

/** A file as the service sends it: the request for it with `parseAs: 'stream'`. */
export type FileRequest = Promise<{
  data?: ReadableStream<Uint8Array> | null;
  error?: unknown;
  response: Response;
}>;

/**
 * Fetches a file, says how much of it has come, and hands it to the browser to keep.
 *
 * @throws as `answered`
 */
export async function download(request: FileRequest, name: string, report: Report): Promise<true> {
  const { data, error, response } = await request;
  if (!response.ok || !data) throw refusalOf(error, response);
  const parts: BlobPart[] = [];
  const all = lengthOf(response);
  let bytes = 0;
  for await (const part of data) {
    parts.push(new Uint8Array(part));
    bytes += part.byteLength;
    report(
      all === undefined ? words().bytes(megabytes(bytes)) : words().of(megabytes(bytes), megabytes(all)),
    );
  }
  keepFile(new Blob(parts), name);
  return true;
}

/** Of the whole file; unknown where it is made while it is sent, or is compressed on the way. */
function lengthOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? undefined : Number(length);
}

function megabytes(bytes: number): string {
  return count((bytes / 1e6).toFixed(1));
}
