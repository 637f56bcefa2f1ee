import { type AgreementChoice, announcePublication, useAgreements } from '../api/agreement.ts';
import { keepBaseline } from '../api/baseline.ts';
import { answered, api } from '../api/client.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth, say } from '../language/language.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { usePageState } from '../shell/location.ts';
import { DataTable } from '../table/data-table.tsx';

const words = inBoth(
  {
    title: 'Aftaler',
    text: 'Siden handler om én aftale ad gangen. Den, du vælger her, står i adressen og følger med i alle links. Vælger du ingen, vises den første, der ikke bygger på eksempler.',
    agreement: 'Aftale',
    version: 'Version',
    baseYear: 'Basisår',
    shown: 'På siden',
    isShown: 'Vises nu',
    show: 'Vis',
    start: 'Gør klar og vis',
  },
  {
    title: 'Agreements',
    text: 'The page is about one agreement at a time. The one that you choose here stands in the address and goes along in every link. If you choose none, the first is shown that does not rest on examples.',
    agreement: 'Agreement',
    version: 'Version',
    baseYear: 'Base year',
    shown: 'On the page',
    isShown: 'Shown now',
    show: 'Show',
    start: 'Prepare and show',
  },
);

/** Every agreement there is, and which of them the page is about. */
export function AgreementList({ current }: { readonly current: string }) {
  const { withQuery, set } = usePageState();
  const agreements = useAgreements();
  // One that was not loaded from this page has no unchanged scenario yet, and a page has to start from something.
  const preparation = useWrite(async (id: string) => {
    await keepBaseline(await answered(api.GET('/v1/agreements/{id}', { params: { path: { id } } })));
    announcePublication();
    set({ aftale: id });
  });
  const shown = ({ agreement, baseline }: AgreementChoice) => {
    if (agreement === current) return <strong>{words().isShown}</strong>;
    if (baseline !== undefined) return <a href={withQuery({ aftale: agreement })}>{words().show}</a>;
    return (
      <button type="button" class="button-plain" onClick={() => preparation.write(agreement)}>
        {words().start}
      </button>
    );
  };
  return (
    <section>
      <h2>{words().title}</h2>
      <p>{words().text}</p>
      {preparation.failure !== undefined && <FailureNotice failure={preparation.failure} />}
      <Loaded answer={agreements}>
        {(choices) => (
          <DataTable
            name={words().title}
            rows={choices}
            rowKey={({ agreement }) => agreement}
            highlighted={({ agreement }) => agreement === current}
            columns={[
              { id: 'title', title: words().agreement, kind: 'text', value: ({ title }) => say(title) },
              { id: 'version', title: words().version, kind: 'text', value: ({ version }) => version },
              {
                id: 'baseYear',
                title: words().baseYear,
                kind: 'ordinal',
                value: ({ baseYear }) => String(baseYear),
              },
              {
                id: 'shown',
                title: words().shown,
                kind: 'text',
                value: ({ agreement }) => (agreement === current ? words().isShown : ''),
                cell: shown,
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}
