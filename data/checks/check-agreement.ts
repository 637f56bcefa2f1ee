import type { Refusal } from '../../src/refusal.ts';
import type { AgreementDocument } from '../schema/agreement.ts';
import { checkAccessions } from './accessions.ts';
import { checkDuplicates } from './duplicates.ts';
import { checkIndexAndEfficiency } from './index-and-efficiency.ts';
import { checkKeys } from './keys.ts';
import { checkPastAmounts } from './past-amounts.ts';
import { checkPeriods } from './periods.ts';
import { checkReferences } from './references.ts';

/**
 * Everything that contradicts itself in an agreement document whose form has been checked: what a schema,
 * which looks at one field at a time, cannot see.
 */
export function checkAgreement(document: AgreementDocument): Refusal[] {
  const checks = [
    checkDuplicates,
    checkReferences,
    checkPeriods,
    checkKeys,
    checkIndexAndEfficiency,
    checkAccessions,
    checkPastAmounts,
  ];
  return checks.flatMap((check) => check(document));
}
