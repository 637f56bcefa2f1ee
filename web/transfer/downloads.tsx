import { download, type FileRequest } from '../api/download.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth } from '../language/language.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Icon } from '../parts/icon.tsx';
import './transfer.css';

const words = inBoth({ fetching: 'Henter en fil' }, { fetching: 'Fetching a file' });

/** What a request for a file says beside its address. */
export interface FileOptions {
  readonly headers: { readonly accept: string };
  readonly parseAs: 'stream';
  readonly signal: AbortSignal;
}

/** Something that the service offers as a file. */
export interface Download {
  /** What the form is called: PDF, Excel. */
  readonly name: string;
  readonly mediaType: string;
  readonly fileName: string;
  readonly ask: (options: FileOptions) => FileRequest;
}

/** Fetching only reads, so whoever does not want to wait for it may end it. */
const DOING = { title: () => words().fetching, isCancellable: true };

/**
 * Buttons that fetch the forms of one thing.
 *
 * @param of what the thing is called, for those who hear the buttons
 */
export function Downloads({ of, forms }: { readonly of: string; readonly forms: readonly Download[] }) {
  const { write, isBusy, failure } = useWrite(
    ({ mediaType: accept, fileName, ask }: Download, signal, report) =>
      download(ask({ headers: { accept }, parseAs: 'stream', signal }), fileName, report),
    DOING,
  );
  return (
    <>
      <span class="actions downloads">
        {forms.map((form) => (
          <button
            key={form.name}
            type="button"
            class="button-plain"
            aria-label={`${form.name} ${of}`}
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
