import type { ComponentChildren } from 'preact';
import { inBoth } from '../language/language.ts';
import { kroner } from '../numbers/format.ts';
import { usePageState } from '../shell/location.ts';
import { type FigureAddress, wordOf } from './figure-address.ts';
import './amount.css';

const words = inBoth({ explain: 'Forklar beløbet' }, { explain: 'Explain the amount' });

/**
 * An amount that can be asked about. Stands somewhere inside `Explained`.
 *
 * @param scenario where it is another one's than that of the amounts around it
 * @param children how it is shown, when not as kroner and øre
 */
export function Amount({
  value,
  figure,
  scenario,
  children,
}: {
  readonly value: string;
  readonly figure: FigureAddress;
  readonly scenario?: string;
  readonly children?: ComponentChildren;
}) {
  const { withQuery } = usePageState();
  return (
    <a
      class="amount"
      href={withQuery({ forklar: wordOf(figure), 'forklar-i': scenario })}
      title={words().explain}
    >
      {children ?? kroner(value)}
    </a>
  );
}
