import type { Invoice } from '../../src/invoicing/invoice.ts';
import { csvOf } from '../../tables/csv/write-csv.ts';
import { xlsxOfTables } from '../../tables/xlsx/write-xlsx.ts';
import { invoicesTable, linesTable } from './invoice-tables.ts';

/** The lines of one invoice or of a whole run as CSV for Danish Excel. */
export function invoicesCsv(invoices: readonly Invoice[]): string {
  return csvOf(linesTable(invoices));
}

/** One invoice or a whole run as XLSX: a sheet of invoices with their totals, and one of their lines. */
export function invoicesXlsx(invoices: readonly Invoice[]): Uint8Array {
  return xlsxOfTables({ Fakturaer: invoicesTable(invoices), Linjer: linesTable(invoices) });
}
