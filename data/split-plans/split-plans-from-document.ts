import type { Agreement } from '../../src/agreement/agreement.ts';
import { checkSplitPlan } from '../../src/invoicing/check-split-plan.ts';
import { overlappingPlans } from '../../src/invoicing/plan-on.ts';
import type { SplitPlan } from '../../src/invoicing/split-plan.ts';
import { accepted, type Result, refused, within } from '../../src/refusal.ts';
import type { SplitPlanDocument } from '../schema/split-plan.ts';
import { canonicalPlan, splitPlanFromDocument } from './split-plan-from-document.ts';

/**
 * The plans that documents of checked form describe, each in canonical order. Refused with everything that
 * `checkSplitPlan` and `overlappingPlans` find; paths count from the list.
 */
export function splitPlansFromDocument(
  documents: readonly SplitPlanDocument[],
  agreement: Agreement,
): Result<SplitPlan[]> {
  const plans = documents.map(splitPlanFromDocument);
  const refusals = [
    ...plans.flatMap((plan, place) =>
      checkSplitPlan(plan, agreement).map((refusal) => within([place], refusal)),
    ),
    ...overlappingPlans(plans),
  ];
  return refusals.length > 0 ? refused(...refusals) : accepted(plans.map(canonicalPlan));
}
