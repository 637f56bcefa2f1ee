import { inBoth } from '../language/language.ts';
import { percentChange, change as shownChange } from '../numbers/format.ts';
import { toneOf } from '../parts/tone.ts';
import type { Column } from '../table/column.ts';

const words = inBoth(
  { difference: 'Ændring', change: 'Ændring i %' },
  { difference: 'Change', change: 'Change in %' },
);

/** What something changes by, in kroner and in percent of what it was. */
export interface Changed {
  readonly difference: string;
  readonly change?: string;
}

/** The two columns that tell a change; rises and falls have a sign, and a colour beside it. */
export function changeColumns<Row>(changed: (row: Row) => Changed | undefined): readonly Column<Row>[] {
  return [
    {
      id: 'difference',
      title: words().difference,
      kind: 'amount',
      value: (row) => changed(row)?.difference,
      cell: (row) => inColour(changed(row)?.difference, shownChange),
    },
    {
      id: 'change',
      title: words().change,
      kind: 'change',
      value: (row) => changed(row)?.change,
      cell: (row) => inColour(changed(row)?.change, percentChange),
    },
  ];
}

function inColour(value: string | undefined, shown: (value: string) => string) {
  if (value === undefined) return undefined;
  return <span class={toneOf(value)}>{shown(value)}</span>;
}
