import type { AgreementView } from '../api/agreement.ts';
import { forget } from '../api/use-answer.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth } from '../language/language.ts';
import { kroner } from '../numbers/format.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { actOnBallot, type Ballot, useBallots, usePapers } from './ballot.ts';
import { ResultOf } from './ballot-result.tsx';
import { ballotWords } from './ballot-words.ts';
import { NewBallotForm } from './new-ballot.tsx';
import { PaperForm } from './paper-form.tsx';

const words = inBoth(
  {
    title: 'Afstemninger',
    none: 'Der er ingen afstemninger endnu.',
    about: (budget: string, cast: number) => `Budget ${budget} Der er afgivet ${cast} stemmer.`,
    open: 'Åbn afstemningen',
    close: 'Luk afstemningen',
  },
  {
    title: 'Ballots',
    none: 'There are no ballots yet.',
    about: (budget: string, cast: number) => `Budget ${budget}. ${cast} votes have been cast.`,
    open: 'Open the ballot',
    close: 'Close the ballot',
  },
);

/** The ballots: to be opened, voted in, closed and counted. */
export function Ballots({ view }: { readonly view: AgreementView }) {
  const ballots = useBallots();
  return (
    <section>
      <h2>{words().title}</h2>
      <Loaded answer={ballots}>
        {(kept) => {
          const own = kept.filter(({ agreement }) => agreement === view.document.agreement);
          return (
            <>
              {own.length === 0 && <p>{words().none}</p>}
              {own.map((ballot) => (
                <BallotView key={ballot.id} view={view} ballot={ballot} onChange={ballots.ask} />
              ))}
            </>
          );
        }}
      </Loaded>
      <NewBallotForm view={view} onKept={ballots.ask} />
    </section>
  );
}

function BallotView({
  view,
  ballot,
  onChange,
}: {
  readonly view: AgreementView;
  readonly ballot: Ballot;
  readonly onChange: () => void;
}) {
  const papers = usePapers(ballot.id);
  const act = useWrite((action: 'open' | 'close') => actOnBallot(ballot, action));
  const take = async (action: 'open' | 'close') => {
    if ((await act.write(action)) === undefined) return;
    forget('ballot');
    papers.ask();
    onChange();
  };
  return (
    <Loaded answer={papers}>
      {({ state, cast, items }) => (
        <details class="plan-pair">
          <summary>{`${ballot.title} · ${ballotWords().states[state]}`}</summary>
          <p>{words().about(kroner(ballot.budget), cast)}</p>
          <p class="hint">
            {[
              ballotWords().forms[ballot.form.kind],
              ballotWords().weights[ballot.weights],
              ballotWords().secrecies[ballot.secrecy],
            ].join(' · ')}
          </p>
          {state === 'open' && <PaperForm ballot={ballot} papers={items} onCast={papers.ask} />}
          {state === 'closed' && <ResultOf view={view} ballot={ballot} />}
          {state !== 'closed' && (
            <button
              type="button"
              class="button button-secondary"
              disabled={act.isBusy}
              onClick={() => take(state === 'draft' ? 'open' : 'close')}
            >
              {state === 'draft' ? words().open : words().close}
            </button>
          )}
          {act.failure !== undefined && <FailureNotice failure={act.failure} />}
        </details>
      )}
    </Loaded>
  );
}
