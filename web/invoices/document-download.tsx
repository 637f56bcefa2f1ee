import { api } from '../api/client.ts';
import { download } from '../api/download.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth } from '../language/language.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon } from '../parts/icon.tsx';

/** The forms in which an invoice can be fetched; the service decides by `Accept` and `format`. */
const FORMS = [
  { name: 'PDF', accept: 'application/pdf', query: {}, ending: 'pdf' },
  { name: 'Peppol', accept: 'application/xml', query: { format: 'peppol' }, ending: 'xml' },
  { name: 'OIOUBL', accept: 'application/xml', query: { format: 'oioubl' }, ending: 'oioubl.xml' },
  { name: 'CSV', accept: 'text/csv', query: {}, ending: 'csv' },
] as const;

const words = inBoth(
  { fetching: 'Henter dokumenter', all: 'Hent alle dokumenter (zip)' },
  { fetching: 'Fetching documents', all: 'Download all documents (zip)' },
);

/** Fetching only reads, so whoever does not want to wait for it may end it. */
const DOING = { title: () => words().fetching, isCancellable: true };

/** Buttons that fetch an invoice's documents as they were issued. */
export function DocumentDownload({ number }: { readonly number: string }) {
  const { write, isBusy, failure } = useWrite(
    ({ accept, query, ending }: (typeof FORMS)[number], signal, report) => {
      const params = { path: { number }, query };
      const request = api.GET('/v1/invoices/{number}', {
        params,
        headers: { accept },
        parseAs: 'stream',
        signal,
      });
      return download(request, `${number}.${ending}`, report);
    },
    DOING,
  );
  return (
    <>
      <span class="actions">
        {FORMS.map((form) => (
          <button
            key={form.name}
            type="button"
            class="button-plain"
            aria-label={`${form.name} ${number}`}
            disabled={isBusy}
            onClick={() => write(form)}
          >
            <Icon name="download" /> {form.name}
          </button>
        ))}
      </span>
      {failure !== undefined && <FailureNotice failure={failure} />}
    </>
  );
}

/** A button that fetches the documents of a whole run. */
export function RunDownload({ id }: { readonly id: string }) {
  const { write, isBusy, failure } = useWrite((_: undefined, signal, report) => {
    const request = api.GET('/v1/invoice-runs/{id}/documents', {
      params: { path: { id } },
      headers: { accept: 'application/zip' },
      parseAs: 'stream',
      signal,
    });
    return download(request, `${id}.zip`, report);
  }, DOING);
  return (
    <>
      <p>
        <button
          type="button"
          class="button button-secondary"
          disabled={isBusy}
          onClick={() => write(undefined)}
        >
          <Icon name="download" /> {words().all}
        </button>
      </p>
      {failure !== undefined && <FailureNotice failure={failure} />}
    </>
  );
}
