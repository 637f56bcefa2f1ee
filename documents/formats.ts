import type { Invoice } from '../src/invoicing/invoice.ts';
import { oioublXml } from './oioubl/oioubl-xml.ts';
import { peppolXml } from './peppol/peppol-xml.ts';

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

/**
 * Every form in which invoices are given, beside JSON. Their bytes are kept when an invoice is issued; of invoices from
 * before a format was here they are written, and kept, when somebody first asks. Of formats of one media type the first is
 * given unless another is asked for by name.
 */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = [
  { format: 'peppol', mediaType: XML, fileEnding: 'xml', edition: 1, write: peppolXml },
  { format: 'oioubl', mediaType: XML, fileEnding: 'oioubl.xml', edition: 1, write: oioublXml },
];
