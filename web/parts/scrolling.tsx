import type { ComponentChildren } from 'preact';
import './scrolling.css';

/**
 * What may be wider than the window and then scrolls sideways by itself, by keyboard too.
 *
 * @param isTall it is also longer than a window, and scrolls within a part of it; on paper all of it is shown
 */
export function Scrolling({
  label,
  isTall = false,
  children,
}: {
  readonly label: string;
  readonly isTall?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <section class={isTall ? 'scrolling is-tall' : 'scrolling'} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
