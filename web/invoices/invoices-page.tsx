import { forget } from '../api/use-answer.ts';
import { inBoth } from '../language/language.ts';
import { AgreementPage } from '../shell/agreement-page.tsx';
import { usePageState } from '../shell/location.ts';
import { NewRun } from './new-run.tsx';
import { RunList } from './run-list.tsx';
import { RunView } from './run-view.tsx';

const words = inBoth(
  {
    title: 'Fakturaer',
    lead: 'Fra årets pris til fakturaer, som hver kommune vil have dem. Intet udstedes, før alle kontroller stemmer.',
  },
  {
    title: 'Invoices',
    lead: "From the year's price to invoices as each municipality wants them. Nothing is issued until all checks hold.",
  },
);

/** Runs from preview to issue and correction, and the documents. */
export default function InvoicesPage() {
  const { query, set } = usePageState();
  return (
    <AgreementPage title={words().title} lead={words().lead}>
      {(view) =>
        query.koersel === undefined ? (
          <>
            <RunList />
            <NewRun
              view={view}
              onDrafted={({ id }) => {
                forget('invoice-runs');
                set({ koersel: id });
              }}
            />
          </>
        ) : (
          <RunView key={query.koersel} view={view} id={query.koersel} />
        )
      }
    </AgreementPage>
  );
}
