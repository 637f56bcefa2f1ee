import { useEffect, useState } from 'preact/hooks';
import { type UnderWay, underWay } from '../api/under-way.ts';
import { inBoth } from '../language/language.ts';
import { useUnsaved } from '../shell/unsaved.ts';
import { Icon } from './icon.tsx';
import './under-way-bar.css';

const words = inBoth(
  {
    name: 'Under arbejde',
    cancel: 'Annullér',
    sent: 'Kan ikke annulleres, når det er sendt.',
  },
  {
    name: 'Under way',
    cancel: 'Cancel',
    sent: 'Cannot be cancelled once it is sent.',
  },
);

/** What takes less than this is answered at once. */
const AT_ONCE_MS = 400;
const LOOK_EVERY_MS = 200;

/**
 * What takes longer than a moment: what it is, how far it is and how long it has taken, and a button that ends it. Whoever
 * hears the page is told once that it has begun, and not every second. Stands in the page, and in each dialog over it.
 */
export function UnderWayBar() {
  const now = useNow(underWay.value.length > 0);
  const long = underWay.value.filter(({ since }) => now - since >= AT_ONCE_MS);
  const isWriting = underWay.value.some(({ cancel }) => cancel === undefined);
  // It is written whatever becomes of the page; but whoever closes the tab never learns how it went.
  useUnsaved(isWriting ? { text: words().sent, isKeptAt: () => true } : undefined);
  const byTitle = [...Map.groupBy(long, ({ title }) => title())];
  return (
    <>
      <p role="status" class="visually-hidden">
        {byTitle.map(([title]) => `${title} …`).join(' ')}
      </p>
      {byTitle.length > 0 && (
        <section class="under-way" aria-label={words().name}>
          <ul>
            {byTitle.map(([title, works]) => (
              <Entry key={title} title={title} works={works} now={now} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Several questions of the same kind are one thing to whoever waits for them. */
function Entry({
  title,
  works,
  now,
}: {
  readonly title: string;
  readonly works: readonly UnderWay[];
  readonly now: number;
}) {
  const seconds = Math.floor((now - Math.min(...works.map(({ since }) => since))) / 1_000);
  const soFar = works.flatMap((work) => work.soFar ?? []);
  const cancels = works.flatMap(({ cancel }) => cancel ?? []);
  return (
    <li>
      <span class="under-way-sign" aria-hidden="true" />
      <span class="under-way-title">
        {title} … <span class="number">{[...soFar, `${seconds} s`].join(' · ')}</span>
        {cancels.length === 0 && <span class="hint"> {words().sent}</span>}
      </span>
      {cancels.length > 0 && (
        <button
          type="button"
          class="button-plain"
          aria-label={`${words().cancel}: ${title}`}
          onClick={() => {
            for (const cancel of cancels) cancel();
          }}
        >
          <Icon name="close" /> {words().cancel}
        </button>
      )}
    </li>
  );
}

/** The time by `performance.now()`, kept up to date while somebody waits. */
function useNow(isWaiting: boolean): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setNow(performance.now()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return now;
}
