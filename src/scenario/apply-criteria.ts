import type { Agreement } from '../agreement/agreement.ts';
import { accepted, type Result } from '../refusal.ts';
import type { Change } from './change.ts';
import { requireKnown } from './unknown-id.ts';

type SetCriterionWeight = Extract<Change, { type: 'set-criterion-weight' }>;

/** How much a criterion (*kriterium*) counts when initiatives are compared; no price depends on it. */
export function setCriterionWeight(
  agreement: Agreement,
  { criterion: id, weight }: SetCriterionWeight,
): Result<Agreement> {
  const known = requireKnown(agreement, 'criterion', id);
  if (!known.ok) return known;
  const provenance = { kind: 'scenario' } as const;
  const criteria = agreement.criteria.map((criterion) =>
    criterion.criterion === id ? { ...criterion, weight, provenance } : criterion,
  );
  return accepted({ ...agreement, criteria });
}
