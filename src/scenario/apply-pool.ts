import type { Agreement } from '../agreement/agreement.ts';
import { accepted, type Result } from '../refusal.ts';
import type { PoolChange } from './change.ts';
import { requireKnown } from './unknown-id.ts';

/** Money of a year's pool that is bound by a decision, or that is left over from the year before. Model, section 5. */
export function addPoolEntry(agreement: Agreement, { type, ...entry }: PoolChange): Result<Agreement> {
  const known = requireKnown(agreement, 'solution', entry.solution);
  if (!known.ok) return known;
  if (type === 'commit-pool')
    return accepted({ ...agreement, commitments: [...agreement.commitments, entry] });
  return accepted({ ...agreement, carryOvers: [...agreement.carryOvers, entry] });
}
