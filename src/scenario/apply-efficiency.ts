import type { Agreement, EfficiencyMeasure } from '../agreement/agreement.ts';
import { scopeName } from '../agreement/scope.ts';
import { accepted, collect, type Result } from '../refusal.ts';
import type { Change } from './change.ts';
import { requireAllKnown } from './unknown-id.ts';
import { requireAfterBase } from './year-range.ts';

type SetEfficiency = Extract<Change, { type: 'set-efficiency' }>;

/**
 * A rate holds from then on for the cells it covers, instead of any other rate of that year. An amount takes the
 * place of the year's amount for the very same solutions and components, and otherwise stands beside it.
 */
export function setEfficiency(agreement: Agreement, change: SetEfficiency): Result<Agreement> {
  const checked = collect<unknown>([
    requireAfterBase(agreement, change.year),
    requireAllKnown(agreement, 'solution', change.solutions, 'solutions'),
    requireAllKnown(agreement, 'component', change.components, 'components'),
  ]);
  if (!checked.ok) return checked;
  const measure = measureOf(change);
  const kept = agreement.efficiency.filter((existing) => !isReplaced(existing, measure));
  const efficiency = [...kept, measure].sort((first, second) => first.year - second.year);
  return accepted({ ...agreement, efficiency });
}

function measureOf(change: SetEfficiency): EfficiencyMeasure {
  const { type: _, ...fields } = change;
  const provenance = { kind: 'scenario' } as const;
  return 'rate' in fields
    ? { ...fields, form: 'rate', provenance }
    : { ...fields, form: 'amount', provenance };
}

function isReplaced(existing: EfficiencyMeasure, measure: EfficiencyMeasure): boolean {
  return (
    existing.year === measure.year &&
    existing.form === measure.form &&
    scopeName(existing) === scopeName(measure)
  );
}
