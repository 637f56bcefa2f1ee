import type { Agreement } from '../agreement/agreement.ts';
import { accepted, type Result } from '../refusal.ts';
import type { Change } from './change.ts';
import { requireAfterBase } from './year-range.ts';

type SetIndex = Extract<Change, { type: 'set-index' }>;

/** Sets the rates that the change names; the year's other rates stay as they are, whatever their vintage. */
export function setIndex(agreement: Agreement, { type: _, ...rates }: SetIndex): Result<Agreement> {
  const inRange = requireAfterBase(agreement, rates.year);
  if (!inRange.ok) return inRange;
  const earlier = agreement.indexOverrides.find(({ year }) => year === rates.year);
  const others = agreement.indexOverrides.filter(({ year }) => year !== rates.year);
  const overrides = [...others, { ...earlier, ...rates }].sort((first, second) => first.year - second.year);
  return accepted({ ...agreement, indexOverrides: overrides });
}
