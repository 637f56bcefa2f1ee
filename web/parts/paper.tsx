import { useEffect, useState } from 'preact/hooks';
import { whoAmI } from '../api/client.ts';
import { useAnswer } from '../api/use-answer.ts';
import { inBoth } from '../language/language.ts';
import { moment } from '../numbers/format.ts';
import './paper.css';

const words = inBoth(
  {
    printed: (when: string) => `Udskrevet ${when}`,
    by: (who: string) => `af ${who}`,
    sources: 'Sådan findes tallene igen',
    hash: 'Samme hash er samme aftale, samme ændringer og samme år: resultatet kan regnes ud igen, byte for byte.',
  },
  {
    printed: (when: string) => `Printed ${when}`,
    by: (who: string) => `by ${who}`,
    sources: 'How to find the figures again',
    hash: 'The same hash is the same agreement, changes and years: the result can be computed again, byte for byte.',
  },
);

/** Under the title of a paper: when it was printed and by whom. */
export function PaperDate() {
  const { value: me } = useAnswer('me', whoAmI);
  const now = useMomentOfPrint();
  const who = me === undefined || me.knownBy === 'local' ? [] : [words().by(me.subject)];
  return <p class="only-on-paper paper-date">{[words().printed(moment(now)), ...who].join(' ')}</p>;
}

/** A page may have stood open for days. */
function useMomentOfPrint(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const look = () => setNow(new Date().toISOString());
    addEventListener('beforeprint', look);
    return () => removeEventListener('beforeprint', look);
  }, []);
  return now;
}

/** A result on the paper, by which everybody can compute it again. */
export interface PaperSource {
  readonly name: string;
  readonly hash: string;
}

/** At the end of a paper: which results its figures come from. */
export function PaperSources({ sources }: { readonly sources: readonly PaperSource[] }) {
  return (
    <section class="only-on-paper paper-sources keep-together">
      <h2>{words().sources}</h2>
      <dl>
        {sources.map(({ name, hash }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{hash}</dd>
          </div>
        ))}
      </dl>
      <p>{words().hash}</p>
    </section>
  );
}
