import { inBoth } from '../language/language.ts';
import { signOf } from '../numbers/decimal.ts';
import { change, percentChange } from '../numbers/format.ts';
import type { YearOnYear } from './municipality-report.ts';

const words = inBoth({ none: 'intet år at sammenligne med' }, { none: 'no year to compare with' });

/** By how much an amount has risen or fallen since the year before, with the sign and in colour. */
export function ChangeSince({ since }: { readonly since: YearOnYear | undefined }) {
  if (since === undefined) return <span class="hint">{words().none}</span>;
  const sign = signOf(since.difference);
  return (
    <span class={sign > 0 ? 'rises' : sign < 0 ? 'falls' : undefined}>
      {change(since.difference)}
      {since.change !== undefined && ` (${percentChange(since.change)})`}
    </span>
  );
}
