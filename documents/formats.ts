import type { Invoice } from '../src/invoicing/invoice.ts';
import { oioublXml } from './oioubl/oioubl-xml.ts';
import { invoicePdf } from './pdf/invoice-pdf.ts';
import { peppolXml } from './peppol/peppol-xml.ts';
import { invoicesCsv, invoicesXlsx } from './tables/invoice-files.ts';

/** A form in which an invoice is given. */
export interface DocumentFormat {
  readonly format: string;
  readonly mediaType: string;
  readonly fileEnding: string;
  /** Raised whenever the writer gives other bytes for the same invoice; what was issued keeps its own. */
  readonly edition: number;
  write(invoice: Invoice): string | Uint8Array | Promise<Uint8Array>;
}

const XML = 'application/xml';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Every form in which invoices are given, beside JSON. Their bytes are kept when an invoice is issued; of invoices from
 * before a format was here they are written, and kept, when somebody first asks. Of formats of one media type the first is
 * given unless another is asked for by name.
 */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = [
  { format: 'peppol', mediaType: XML, fileEnding: 'xml', edition: 2, write: peppolXml },
  { format: 'oioubl', mediaType: XML, fileEnding: 'oioubl.xml', edition: 1, write: oioublXml },
  { format: 'pdf', mediaType: 'application/pdf', fileEnding: 'pdf', edition: 1, write: invoicePdf },
  {
    format: 'csv',
    mediaType: 'text/csv',
    fileEnding: 'csv',
    edition: 1,
    write: (invoice) => invoicesCsv([invoice]),
  },
  {
    format: 'xlsx',
    mediaType: XLSX,
    fileEnding: 'xlsx',
    edition: 1,
    write: (invoice) => invoicesXlsx([invoice]),
  },
];
