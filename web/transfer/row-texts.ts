import { CSV } from './table-file.ts';

/** Longer rows are shown by their beginning. */
const MOST_CHARACTERS = 120;

/** A row with the line breaks that its quoted cells may hold. */
const ROW = /(?:"[^"]*"|[^"\r\n])*(?:\r\n|\r|\n|$)/g;

/**
 * What the rows of a table say, the heading first, to be shown beside their errors. Of an Excel file there are none: only the
 * service can read it.
 */
export async function rowTexts(table: Blob): Promise<readonly string[]> {
  if (table.type !== CSV) return [];
  const text = decoded(await table.arrayBuffer());
  // UTF-16, Excel's "Unicode text", which the service reads too: without its rows the errors are still told.
  if (text.includes('\0')) return [];
  const rows = text.match(ROW) ?? [];
  return rows.map((row) =>
    row
      .trim()
      .replace(/[;\t]+/g, ' · ')
      .slice(0, MOST_CHARACTERS),
  );
}

/** Excel saves CSV as UTF-8 or, where it is not told to, as windows-1252. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
