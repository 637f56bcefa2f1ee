import type { ComponentChildren } from 'preact';
import './figure-list.css';

/** A figure that stands large, with what it means below. */
export interface LargeFigure {
  readonly name: string;
  readonly value: ComponentChildren;
  readonly hint: ComponentChildren;
  readonly isPool?: boolean;
}

/** The few figures that everybody asks for first. */
export function FigureList({ figures }: { readonly figures: readonly LargeFigure[] }) {
  return (
    <dl class="figure-list">
      {figures.map(({ name, value, hint, isPool }) => (
        <div key={name} class={isPool ? 'of-pool' : undefined}>
          <dt>{name}</dt>
          <dd class="number">{value}</dd>
          <dd class="hint">{hint}</dd>
        </div>
      ))}
    </dl>
  );
}
