import type { Result } from '../src/refusal.ts';
import { readCsv } from './csv/read-csv.ts';
import type { ReadRows } from './table.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/** How every zip file begins, and so every XLSX file. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** The rows of a table that somebody sends, the header first: an XLSX file when it begins as one, and CSV otherwise. */
export function readRows(bytes: Uint8Array): Result<ReadRows> {
  return ZIP.every((byte, place) => bytes[place] === byte) ? readXlsx(bytes) : readCsv(bytes);
}
