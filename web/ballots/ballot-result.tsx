import { useState } from 'preact/hooks';
import type { AgreementView } from '../api/agreement.ts';
import { useWrite } from '../api/use-write.ts';
import { inBoth } from '../language/language.ts';
import { kroner } from '../numbers/format.ts';
import { FailureNotice } from '../parts/failure-notice.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { DataTable } from '../table/data-table.tsx';
import { type Ballot, type BallotResult, chooseBy, useResult } from './ballot.ts';

const words = inBoth(
  {
    title: 'Resultat',
    cast: (count: number) => `${count} har stemt.`,
    not: (names: string) => `Har ikke stemt: ${names}.`,
    initiative: 'Initiativ',
    votes: 'Stemmer',
    points: 'Point',
    shares: 'Vælg efter lige andele',
    greedy: 'Vælg efter point pr. krone',
    chosen: (titles: string, cost: string) => `Valgt: ${titles}. I alt ${cost}`,
    choosing: 'Vælger initiativer',
    nothing: 'Intet kan betales inden for budgettet.',
  },
  {
    title: 'Result',
    cast: (count: number) => `${count} have voted.`,
    not: (names: string) => `Have not voted: ${names}.`,
    initiative: 'Initiative',
    votes: 'Votes',
    points: 'Points',
    shares: 'Choose by equal shares',
    greedy: 'Choose by points per krone',
    chosen: (titles: string, cost: string) => `Chosen: ${titles}. In all ${cost}`,
    choosing: 'Choosing initiatives',
    nothing: 'Nothing can be paid within the budget.',
  },
);

/** What a closed ballot came to, and what a method would choose by it. */
export function ResultOf({ view, ballot }: { readonly view: AgreementView; readonly ballot: Ballot }) {
  const result = useResult(ballot.id, true);
  return (
    <section>
      <h3>{words().title}</h3>
      <Loaded answer={result}>{(found) => <Totals view={view} ballot={ballot} result={found} />}</Loaded>
    </section>
  );
}

function Totals({
  view,
  ballot,
  result,
}: {
  readonly view: AgreementView;
  readonly ballot: Ballot;
  readonly result: BallotResult;
}) {
  const titles = new Map(ballot.initiatives.map(({ id, title = id }) => [id, title]));
  const titled = (id: string) => titles.get(id) ?? id;
  const { cast, notCast = [], totals } = result;
  return (
    <>
      <p>
        {words().cast(cast)}{' '}
        {notCast.length > 0 && words().not(notCast.map(view.municipalityName).join(', '))}
      </p>
      <DataTable
        name={words().title}
        rows={totals}
        rowKey={({ initiative }) => initiative}
        sorting={{ column: 'points', isDescending: true }}
        columns={[
          {
            id: 'initiative',
            title: words().initiative,
            kind: 'text',
            value: ({ initiative }) => titled(initiative),
          },
          { id: 'votes', title: words().votes, kind: 'count', value: ({ votes }) => votes },
          { id: 'points', title: words().points, kind: 'count', value: ({ points }) => points },
        ]}
      />
      <ChooseBy result={result} titled={titled} />
    </>
  );
}

function ChooseBy({
  result,
  titled,
}: {
  readonly result: BallotResult;
  readonly titled: (id: string) => string;
}) {
  const [sentence, setSentence] = useState('');
  const choice = useWrite((method: 'equal-shares' | 'greedy', signal) => chooseBy(result, method, signal), {
    title: () => words().choosing,
    isCancellable: true,
  });
  const choose = async (method: 'equal-shares' | 'greedy') => {
    const chosen = await choice.write(method);
    if (chosen === undefined) return setSentence('');
    const { selected, cost } = chosen;
    setSentence(
      selected.length === 0 ? words().nothing : words().chosen(selected.map(titled).join(', '), kroner(cost)),
    );
  };
  return (
    <>
      <p class="actions">
        <button
          type="button"
          class="button button-secondary"
          disabled={choice.isBusy}
          onClick={() => choose('equal-shares')}
        >
          {words().shares}
        </button>
        <button
          type="button"
          class="button button-secondary"
          disabled={choice.isBusy}
          onClick={() => choose('greedy')}
        >
          {words().greedy}
        </button>
      </p>
      <p role="status">{sentence}</p>
      {choice.failure !== undefined && <FailureNotice failure={choice.failure} />}
    </>
  );
}
