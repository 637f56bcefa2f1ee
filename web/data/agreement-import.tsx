import { useState } from 'preact/hooks';
import { Refused } from '../api/problem.ts';
import { forget } from '../api/use-answer.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth, say } from '../language/language.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { DataTable } from '../table/data-table.tsx';
import { NotJson, publishAgreement } from './publish-agreement.ts';

const words = inBoth(
  {
    title: 'Indlæs en aftale',
    text: 'En aftale er én JSON-fil. Er der noget galt i den, gemmes intet, og alle fejl vises på én gang med deres sted i filen. En aftale med et kendt id bliver en ny version; den gamle kan stadig læses.',
    example: 'Hent den gældende som forlæg',
    file: 'Aftalefil',
    reason: 'Begrundelse',
    reasonHint: 'Gemmes sammen med versionen.',
    publish: 'Indlæs',
    published: (title: string, version: string) => `»${title}«, version ${version}, er indlæst.`,
    noJson: 'Filen er ikke JSON. Gem den som JSON, og prøv igen.',
    errors: 'Fejl i filen',
    place: 'Sted',
    message: 'Hvad der er galt, og hvad der hjælper',
  },
  {
    title: 'Load an agreement',
    text: 'An agreement is one JSON file. If anything in it is wrong, nothing is kept, and all errors are shown at once with their place in the file. An agreement with a known id becomes a new version; the old one can still be read.',
    example: 'Fetch the current one as a pattern',
    file: 'Agreement file',
    reason: 'Reason',
    reasonHint: 'Kept with the version.',
    publish: 'Load',
    published: (title: string, version: string) => `“${title}”, version ${version}, has been loaded.`,
    noJson: 'The file is no JSON. Save it as JSON and try again.',
    errors: 'Errors in the file',
    place: 'Place',
    message: 'What is wrong, and what helps',
  },
);

/** Publishes an agreement from a file, or tells all that is wrong in it. */
export function AgreementImport({ current }: { readonly current: string }) {
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const publication = useWrite(publishAgreement);
  const [published, setPublished] = useState<string>();
  const publish = async () => {
    const agreement = await publication.write({ text, reason });
    if (agreement === undefined) return setPublished(undefined);
    forget('');
    setPublished(words().published(say(agreement.title), agreement.version));
  };
  return (
    <section>
      <h2>{words().title}</h2>
      <p>
        {words().text}{' '}
        <a href={`/v1/agreements/${current}`} download={`${current}.agreement.json`}>
          {words().example}
        </a>
      </p>
      <form
        class="choices"
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
              required
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
      {published !== undefined && (
        <div role="status">
          <Notice kind="success">
            <p>{published}</p>
          </Notice>
        </div>
      )}
      <ImportFailure failure={publication.failure} />
    </section>
  );
}

function ImportFailure({ failure }: { readonly failure: unknown }) {
  if (failure === undefined) return null;
  if (failure instanceof NotJson)
    return (
      <div role="alert">
        <Notice kind="error">
          <p>{words().noJson}</p>
        </Notice>
      </div>
    );
  const errors = failure instanceof Refused ? failure.problem.errors : [];
  return (
    <>
      <FailureNotice failure={failure} />
      {errors.length > 0 && (
        <DataTable
          name={words().errors}
          rows={errors.map((error, place) => ({ ...error, place }))}
          rowKey={({ place }) => String(place)}
          columns={[
            { id: 'pointer', title: words().place, kind: 'text', value: ({ pointer }) => pointer },
            { id: 'message', title: words().message, kind: 'text', value: ({ message }) => message },
          ]}
        />
      )}
    </>
  );
}
