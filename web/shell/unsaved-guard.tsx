import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso';
import { type Arrival, arrivalAt, numberEntry } from './arrival.ts';
import { changeAddress } from './location.ts';
import { lostBetween, type Unsaved } from './unsaved.ts';
import { UnsavedDialog } from './unsaved-dialog.tsx';

type Location = ReturnType<typeof useLocation>;

/**
 * Stands between the address and the pages. Where the address has moved on and somebody would lose work by that, the pages
 * stay as they are until they have been asked.
 */
export function UnsavedGuard({ children }: { readonly children: ComponentChildren }) {
  const next = useLocation();
  const shown = useRef(next);
  const entry = useRef({ next: 0, shown: 0 });
  const [released, release] = useState<Location>();
  const [isReturning, setReturning] = useState(false);
  const arrival = useMemo(() => arrivalAt(next.url), [next]);
  const lost = next === released ? [] : lostOnTheWay(shown.current, next, arrival);
  const isHeld = lost.length > 0;
  if (!isHeld) shown.current = next;
  useLayoutEffect(() => {
    entry.current.next = numberEntry(next.url, entry.current.next);
    setReturning(false);
  }, [next]);
  useLayoutEffect(() => {
    if (!isHeld) entry.current.shown = entry.current.next;
  }, [next, isHeld]);
  const stay = async () => {
    setReturning(true);
    await travel(entry.current.shown - entry.current.next);
    // Twice the same address leaves two entries, of which only one is numbered.
    const { url } = shown.current;
    if (location.pathname + location.search !== url) changeAddress(next.route, url, true);
  };
  const save = async (keep: () => Promise<boolean>) => {
    const { url } = next;
    await stay();
    if (!(await keep())) return;
    await new Promise(requestAnimationFrame);
    changeAddress(next.route, url);
  };
  return (
    <>
      <LocationProvider.ctx.Provider value={shown.current}>{children}</LocationProvider.ctx.Provider>
      {isHeld && !isReturning && (
        <UnsavedDialog lost={lost} onSave={save} onLeave={() => release(next)} onStay={stay} />
      )}
    </>
  );
}

/** What the page does to its address by itself loses nothing, and neither does undoing by the browser's back button. */
function lostOnTheWay(from: Location, to: Location, arrival: Arrival): readonly Unsaved[] {
  if (from.url === to.url || arrival === 'own') return [];
  if (arrival === 'traversal' && from.path === to.path) return [];
  return lostBetween(new URL(from.url, location.origin), new URL(to.url, location.origin));
}

/** Goes so many steps in the browser's history, and waits until it is there. */
function travel(steps: number): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('popstate', () => resolve(), { once: true });
    history.go(steps);
  });
}
