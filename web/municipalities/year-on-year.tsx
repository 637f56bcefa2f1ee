import { inBoth } from '../language/language.ts';
import { change, percentChange } from '../numbers/format.ts';
import { toneOf } from '../parts/tone.ts';
import type { YearOnYear } from './municipality-report.ts';

const words = inBoth({ none: 'intet år at sammenligne med' }, { none: 'no year to compare with' });

/** By how much an amount has risen or fallen since the year before, with the sign and in colour. */
export function ChangeSince({ since }: { readonly since: YearOnYear | undefined }) {
  if (since === undefined) return <span class="hint">{words().none}</span>;
  return (
    <span class={toneOf(since.difference)}>
      {change(since.difference)}
      {since.change !== undefined && ` (${percentChange(since.change)})`}
    </span>
  );
}
