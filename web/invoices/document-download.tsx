import { api } from '../api/client.ts';
import { inBoth } from '../language/language.ts';
import { Downloads, type FileOptions } from '../transfer/downloads.tsx';
import { tableDownloads } from '../transfer/table-file.ts';

const words = inBoth({ all: 'Hent alle dokumenter (zip)' }, { all: 'Download all documents (zip)' });

/** The forms in which an invoice can be fetched; the service decides by `Accept` and `format`. */
const FORMS = [
  { name: 'PDF', mediaType: 'application/pdf', query: {}, ending: 'pdf' },
  { name: 'Peppol', mediaType: 'application/xml', query: { format: 'peppol' }, ending: 'xml' },
  { name: 'OIOUBL', mediaType: 'application/xml', query: { format: 'oioubl' }, ending: 'oioubl.xml' },
  { name: 'CSV', mediaType: 'text/csv', query: {}, ending: 'csv' },
] as const;

/** Buttons that fetch an invoice's documents as they were issued. */
export function DocumentDownload({ number }: { readonly number: string }) {
  const forms = FORMS.map(({ name, mediaType, query, ending }) => ({
    name,
    mediaType,
    fileName: `${number}.${ending}`,
    ask: (options: FileOptions) =>
      api.GET('/v1/invoices/{number}', { params: { path: { number }, query }, ...options }),
  }));
  return <Downloads of={number} forms={forms} />;
}

/** Buttons that fetch a whole run: its documents, and its invoices as one table. */
export function RunDownload({ id, name }: { readonly id: string; readonly name: string }) {
  const ask = (options: FileOptions) =>
    api.GET('/v1/invoice-runs/{id}/documents', { params: { path: { id } }, ...options });
  const zip = { name: words().all, mediaType: 'application/zip', fileName: `${id}.zip`, ask };
  return (
    <p class="not-on-paper">
      <Downloads of={name} forms={[zip, ...tableDownloads(ask, id)]} />
    </p>
  );
}
