import { strFromU8, unzipSync } from 'fflate';
import { accepted, type Result, refused } from '../../src/refusal.ts';
import { tableRefusal } from '../table-refusals.ts';

/** A package's XML files by name. */
export type Parts = ReadonlyMap<string, string>;

/** What a file may take when it is unpacked; a zip of a few kB can hold gigabytes of zeros. */
const MOST_MEGABYTES = 64;
const BYTES_IN_MEGABYTE = 1024 * 1024;
const READ =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;

/** Unpacks what tells of cells; refused with `table_not_readable` or `table_too_large`. */
export function unpack(bytes: Uint8Array): Result<Parts> {
  let size = 0;
  const isRead = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (!READ.test(name)) return false;
    size += originalSize;
    return size <= MOST_MEGABYTES * BYTES_IN_MEGABYTE;
  };
  try {
    const files = unzipSync(bytes, { filter: isRead });
    if (size > MOST_MEGABYTES * BYTES_IN_MEGABYTE)
      return refused(tableRefusal('table_too_large', {}, String(MOST_MEGABYTES)));
    return accepted(new Map(Object.entries(files).map(([name, file]) => [name, strFromU8(file)])));
  } catch {
    return refused(tableRefusal('table_not_readable'));
  }
}
