import type { Download } from './downloads.tsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv';

/** What a file chooser offers; browsers know spreadsheets by their ending, or by the type. */
export const TABLE_FILES = `.csv,.txt,.xlsx,${CSV},${XLSX}`;

/** A table that the service offers, in both forms that it takes back. */
export function tableDownloads(ask: Download['ask'], name: string): readonly Download[] {
  return [
    { name: 'CSV', mediaType: CSV, fileName: `${name}.csv`, ask },
    { name: 'Excel', mediaType: XLSX, fileName: `${name}.xlsx`, ask },
  ];
}

/** Rows as a spreadsheet puts them on the clipboard, with tabs between the cells. */
export function pastedTable(rows: string): Blob {
  return new Blob([rows], { type: CSV });
}

/**
 * The file as it was when it was chosen: a browser refuses to send one that has been changed since.
 *
 * @returns undefined when none was chosen
 */
export async function chosenTable(file: File | undefined): Promise<Blob | undefined> {
  if (file === undefined) return undefined;
  const type = file.name.toLowerCase().endsWith('.xlsx') ? XLSX : CSV;
  return new Blob([await file.arrayBuffer()], { type });
}

/** How a request carries a table: its description knows bytes as a text, and what is sent is the file itself. */
export function tableBody(table: Blob) {
  return { body: '', bodySerializer: () => table, headers: { 'content-type': table.type } };
}
