import type { Agreement } from '../agreement/agreement.ts';
import { accepted, type Result, refused, within } from '../refusal.ts';
import { onlySigned } from './apply-accession.ts';
import { addSolution, removeSolution } from './apply-catalogue.ts';
import { setCriterionWeight } from './apply-criteria.ts';
import { setEfficiency } from './apply-efficiency.ts';
import { setIndex } from './apply-index.ts';
import { enter, withdraw } from './apply-membership.ts';
import { addPoolEntry } from './apply-pool.ts';
import { growPopulation, setPopulation } from './apply-population.ts';
import { setBasePrice, setKey, setReservedShare } from './apply-solutions.ts';
import type { Change } from './change.ts';

/**
 * The agreement after the changes, applied in order; the agreement given is left as it was. Model, section 6.
 *
 * @returns refused at the first change that cannot be applied, with the path `['changes', n, field]`
 */
export function applyChanges(agreement: Agreement, changes: readonly Change[]): Result<Agreement> {
  let changed = agreement;
  for (const [place, change] of changes.entries()) {
    const applied = applyChange(changed, change);
    if (!applied.ok)
      return refused(...applied.refusals.map((refusal) => within(['changes', place], refusal)));
    changed = applied.value;
  }
  return accepted(changed);
}

function applyChange(agreement: Agreement, change: Change): Result<Agreement> {
  switch (change.type) {
    case 'set-index':
      return setIndex(agreement, change);
    case 'set-index-vintage':
      return accepted({ ...agreement, indexAsOf: change.asOf });
    case 'set-efficiency':
      return setEfficiency(agreement, change);
    case 'set-base-price':
      return setBasePrice(agreement, change);
    case 'set-reserved-share':
      return setReservedShare(agreement, change);
    case 'set-key':
      return setKey(agreement, change);
    case 'withdraw':
      return withdraw(agreement, change);
    case 'enter':
      return enter(agreement, change);
    case 'only-signed':
      return onlySigned(agreement, change);
    case 'add-solution':
      return addSolution(agreement, change);
    case 'remove-solution':
      return removeSolution(agreement, change);
    case 'set-rule-set':
      return accepted({ ...agreement, ruleSet: change.ruleSet });
    case 'set-population':
      return setPopulation(agreement, change);
    case 'grow-population':
      return growPopulation(agreement, change);
    case 'set-criterion-weight':
      return setCriterionWeight(agreement, change);
    case 'commit-pool':
    case 'carry-over-pool':
      return addPoolEntry(agreement, change);
  }
}
