import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { PaperDate } from '../parts/paper.tsx';

/** The heading of a page, its name in the tab, and where a screen reader starts after a change of page. */
export function PageHeading({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** What one can do with the page as a whole: print it, share it. */
  readonly children?: ComponentChildren;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – K98-modellen`;
  }, [title]);
  useEffect(() => {
    // Not at the first page: there the browser starts at the top by itself.
    if (hasShownAPage) heading.current?.focus({ preventScroll: true });
    hasShownAPage = true;
  }, []);
  return (
    <header class="page-heading">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p class="lead">{lead}</p>}
        <PaperDate />
      </div>
      {children && <div class="actions">{children}</div>}
    </header>
  );
}

let hasShownAPage = false;
