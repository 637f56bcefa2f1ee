import { changeFromDocument } from '../../scenarios/change-from-document.ts';
import { withValueAt } from '../../scenarios/number-in-changes.ts';
import type { ChangeDocument } from '../../scenarios/schema.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { figureValue } from '../../src/explanation/figure-value.ts';
import { priceYears } from '../../src/pricing/price-year.ts';
import { applyChanges } from '../../src/scenario/apply.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { columnsOf } from '../../sweeps/columns.ts';
import type { Sweep } from '../../sweeps/sweep.ts';
import { acceptedValue } from '../results.ts';

/** The figures of a point as the plain path computes them, with nothing for what is not there in a year; undefined where it refuses. */
export function plainFigures(
  sweep: Sweep,
  agreement: Agreement,
  values: readonly string[],
): (bigint | undefined)[] | undefined {
  const changes = sweep.parameters.reduce<unknown>(
    (document, { path, isCount }, place) =>
      withValueAt(document, path, isCount ? Number(values[place]) : values[place]),
    sweep.changes,
  ) as readonly ChangeDocument[];
  const changed = applyChanges(agreement, changes.map(changeFromDocument));
  const prices = changed.ok ? priceYears(changed.value, sweep.years) : changed;
  if (!prices.ok) return undefined;
  const shares = sweep.detail === 'municipalities' ? acceptedValue(shareYears(prices.value)) : [];
  return columnsOf(sweep, agreement).map((column) => {
    const figure = figureValue(prices.value, shares, column);
    return figure.ok ? figure.value : undefined;
  });
}
