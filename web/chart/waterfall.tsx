import { scaleLinear } from 'd3-scale';
import type { ComponentChildren } from 'preact';
import { inBoth } from '../language/language.ts';
import { signOf } from '../numbers/decimal.ts';
import { kronerInShort } from '../numbers/format.ts';
import './waterfall.css';

/** One bar: a total that stands on the axis, or a step from where the one before it ended. */
export interface WaterfallBar {
  readonly id: string;
  readonly label: string;
  readonly kind: 'total' | 'step';
  /** Kroner with two decimals; of a step with the sign in which it moves the total. */
  readonly amount: string;
  /** The amount as it is shown beside the bar. */
  readonly shown: ComponentChildren;
  /** A total that consists of two parts, the second of which is the pool. */
  readonly pool?: string;
}

const words = inBoth({ cut: 'Søjlerne begynder ved' }, { cut: 'The bars begin at' });

/** A smaller part of the picture is left empty below the lowest bar, so that small steps can be seen. */
const MARGIN = 0.3;

/**
 * From one total to another, step by step. The bars lie down and are list items with their amounts as text, so that the
 * picture needs no other table. Pixels are the only thing computed here.
 */
export function Waterfall({ bars }: { readonly bars: readonly WaterfallBar[] }) {
  const spans = spansOf(bars);
  const ends = spans.flatMap(({ from, to }) => [from, to]);
  const seams = bars.map(({ pool = '0' }, index) => (spans[index]?.to ?? 0) - Number(pool));
  const [least, most] = [Math.min(...ends.filter((end) => end !== 0), ...seams), Math.max(...ends)];
  const start = Math.max(0, least - (most - least) * MARGIN);
  const place = scaleLinear([start, most], [0, 100]).clamp(true);
  return (
    <>
      <ol class="waterfall">
        {bars.map((bar, index) => {
          const { from, to } = spans[index] ?? { from: 0, to: 0 };
          const [left, right] = [place(Math.min(from, to)), place(Math.max(from, to))];
          const pool = bar.pool === undefined ? undefined : place(to) - place(to - Number(bar.pool));
          return (
            <li key={bar.id} class={`waterfall-${bar.kind}`}>
              <span class="waterfall-label">{bar.label}</span>
              <span class="waterfall-track" aria-hidden="true">
                <span
                  class={`bar ${toneOf(bar)}`}
                  style={{ insetInlineStart: `${left}%`, inlineSize: `max(2px, ${right - left}%)` }}
                />
                {pool !== undefined && (
                  <span
                    class="bar layer-pool"
                    style={{ insetInlineStart: `${right - pool}%`, inlineSize: `${pool}%` }}
                  />
                )}
              </span>
              <span class="waterfall-amount number">{bar.shown}</span>
            </li>
          );
        })}
      </ol>
      {start > 0 && <p class="hint">{`${words().cut} ${kronerInShort(start.toFixed(0))}`}</p>}
    </>
  );
}

function toneOf({ kind, amount }: WaterfallBar): string {
  if (kind === 'total') return 'bar-total';
  return signOf(amount) < 0 ? 'bar-fall' : 'bar-rise';
}

/** Where each bar begins and ends on the axis. */
function spansOf(bars: readonly WaterfallBar[]): { readonly from: number; readonly to: number }[] {
  let level = 0;
  return bars.map(({ kind, amount }) => {
    const from = kind === 'total' ? 0 : level;
    level = from + Number(amount);
    return { from, to: level };
  });
}
