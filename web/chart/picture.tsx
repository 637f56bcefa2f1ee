import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './picture.css';

/**
 * A picture of figures: its title, one sentence that says what it shows, and the picture. Whoever cannot see it gets the
 * sentence, and the amounts as text inside or in a table nearby.
 */
export function Picture({
  title,
  summary,
  children,
}: {
  readonly title: string;
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const id = useId();
  return (
    <figure class="picture" aria-labelledby={id}>
      <figcaption>
        <h2 id={id}>{title}</h2>
        <p class="picture-summary">{summary}</p>
      </figcaption>
      {children}
    </figure>
  );
}
