import { useState } from 'preact/hooks';
import { announcePublication } from '../api/agreement.ts';
import type { Schemas } from '../api/client.ts';
import { Refused } from '../api/problem.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth, say } from '../language/language.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Field } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { keepFile } from '../parts/keep-file.ts';
import { Notice } from '../parts/notice.tsx';
import { addressOf, usePageState } from '../shell/location.ts';
import { useUnsaved } from '../shell/unsaved.ts';
import { ErrorTable, type LocatedError } from '../transfer/error-table.tsx';
import { lineOfFault, locatedErrors } from './document-places.ts';
import { type AgreementFile, NotJson, publishAgreement } from './publish-agreement.ts';

const words = inBoth(
  {
    title: 'Indlæs en aftale',
    text: 'En aftale er én JSON-fil. Er der noget galt i den, gemmes intet, og alle fejl vises på én gang med deres sted i filen. En aftale med et kendt id bliver en ny version; den gamle kan stadig læses.',
    example: 'Hent den viste som forlæg',
    file: 'Aftalefil',
    reason: 'Begrundelse',
    reasonHint: 'Gemmes sammen med versionen.',
    publish: 'Indlæs',
    published: (title: string, version: string) => `»${title}«, version ${version}, er indlæst og vises nu.`,
    overview: 'Se den i overblik',
    publishing: 'Indlæser aftalen',
    lost: 'Den aftale, du har valgt, er ikke indlæst.',
    noJson: 'Filen er ikke JSON. Ret stedet, eller gem filen som JSON, og indlæs den igen.',
  },
  {
    title: 'Load an agreement',
    text: 'An agreement is one JSON file. If anything in it is wrong, nothing is kept, and all errors are shown at once with their place in the file. An agreement with a known id becomes a new version; the old one can still be read.',
    example: 'Fetch the one shown as a pattern',
    file: 'Agreement file',
    reason: 'Reason',
    reasonHint: 'Kept with the version.',
    publish: 'Load',
    published: (title: string, version: string) =>
      `“${title}”, version ${version}, has been loaded and is shown now.`,
    overview: 'See it at a glance',
    publishing: 'Loading the agreement',
    lost: 'The agreement that you have chosen is not loaded.',
    noJson: 'The file is no JSON. Mend the place, or save the file as JSON, and load it again.',
  },
);

type Agreement = Schemas['Agreement'];

/** Publishes an agreement from a file and shows it from then on, or tells all that is wrong in it. */
export function AgreementImport({ current }: { readonly current: Agreement }) {
  const { set } = usePageState();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [published, setPublished] = useState<string>();
  const [errors, setErrors] = useState<readonly LocatedError[]>([]);
  const [loads, setLoads] = useState(0);
  useUnsaved(text === '' && reason === '' ? undefined : { text: words().lost });
  const publication = useWrite(
    async (file: AgreementFile) => {
      try {
        return await publishAgreement(file);
      } catch (failure) {
        setErrors(await errorsIn(file.text, failure));
        throw failure;
      }
    },
    { title: () => words().publishing },
  );
  const publish = async () => {
    setPublished(undefined);
    const agreement = await publication.write({ text, reason });
    if (agreement === undefined) return;
    setText('');
    setReason('');
    setLoads(loads + 1);
    announcePublication();
    set({ aftale: agreement.agreement });
    setPublished(words().published(say(agreement.title), agreement.version));
  };
  return (
    <section>
      <h2>{words().title}</h2>
      <p>{words().text}</p>
      <p class="not-on-paper">
        <button
          type="button"
          class="button-plain"
          onClick={() => keepFile(asFile(current), fileName(current))}
        >
          <Icon name="download" /> {words().example}
        </button>
      </p>
      <form
        key={loads}
        class="choices not-on-paper"
        aria-label={words().title}
        onSubmit={(event) => {
          event.preventDefault();
          publish();
        }}
      >
        <Field label={words().file}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".json,application/json"
              // Browsers say nothing when the same file is chosen again, which is what happens after it was mended.
              onClick={({ currentTarget }) => {
                currentTarget.value = '';
                setText('');
              }}
              onChange={async ({ currentTarget }) => setText((await currentTarget.files?.[0]?.text()) ?? '')}
            />
          )}
        </Field>
        <Field label={words().reason} hint={words().reasonHint}>
          {(control) => (
            <input
              {...control}
              value={reason}
              onInput={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button" disabled={publication.isBusy || text === ''}>
          {words().publish}
        </button>
      </form>
      <div role="status">
        {published !== undefined && (
          <Notice kind="success">
            <p>
              {published} <a href={addressOf('/overblik')}>{words().overview}</a>
            </p>
          </Notice>
        )}
      </div>
      {publication.failure !== undefined &&
        (errors.length === 0 ? (
          <FailureNotice failure={publication.failure} />
        ) : (
          <ErrorTable of="document" errors={errors} />
        ))}
    </section>
  );
}

/** In lines, so that errors have a place in it. */
function asFile(agreement: Agreement): Blob {
  return new Blob([JSON.stringify(agreement, undefined, 2)], { type: 'application/json' });
}

function fileName({ agreement }: Agreement): string {
  return `${agreement}.agreement.json`;
}

/** What is wrong in the file itself; nothing, where something else hindered it. */
async function errorsIn(text: string, failure: unknown): Promise<readonly LocatedError[]> {
  if (failure instanceof NotJson) {
    const line = await lineOfFault(text);
    return [{ ...(line !== undefined && { line }), place: '', message: words().noJson }];
  }
  const errors = failure instanceof Refused ? failure.problem.errors : [];
  const inFile = errors.filter(({ pointer }) => pointer !== '');
  return locatedErrors(text, inFile);
}
