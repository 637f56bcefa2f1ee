import { useLayoutEffect, useRef } from 'preact/hooks';

/** Work that is nowhere but on this page, so that leaving it would lose it. */
export interface Unsaved {
  /** What it is, in a sentence or two. */
  readonly text: string;
  /** Keeps it, and resolves with whether it is kept now; left out where that is more than a press of a button. */
  readonly save?: () => Promise<boolean>;
  /** Whether it is still there at another address; left out: wherever the path is the same. */
  readonly isKeptAt?: (address: URL) => boolean;
}

interface NewestUnsaved {
  readonly current: Unsaved | undefined;
}

const works = new Set<NewestUnsaved>();

/**
 * Whoever leaves is asked first: by the page's own dialog on the way to another of its pages, by the browser on the way out.
 *
 * @param unsaved undefined: there is nothing to lose
 */
export function useUnsaved(unsaved: Unsaved | undefined): void {
  const newest = useRef(unsaved);
  newest.current = unsaved;
  const isUnsaved = unsaved !== undefined;
  useLayoutEffect(() => {
    if (!isUnsaved) return;
    works.add(newest);
    addEventListener('beforeunload', askFirst);
    return () => {
      works.delete(newest);
      if (works.size === 0) removeEventListener('beforeunload', askFirst);
    };
  }, [isUnsaved]);
}

/** What would be lost on the way from one address to another. */
export function lostBetween(here: URL, there: URL): readonly Unsaved[] {
  return [...works].flatMap(({ current: unsaved }) => {
    if (unsaved === undefined) return [];
    const isKept = unsaved.isKeptAt?.(there) ?? here.pathname === there.pathname;
    return isKept ? [] : [unsaved];
  });
}

/** The browser asks in words of its own. */
function askFirst(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
