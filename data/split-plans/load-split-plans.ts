import type { Agreement } from '../../src/agreement/agreement.ts';
import type { SplitPlan } from '../../src/invoicing/split-plan.ts';
import { type Result, refused, within } from '../../src/refusal.ts';
import { readDocument } from '../read-document.ts';
import { splitPlansSchema } from '../schema/split-plan.ts';
import { splitPlansFromDocument } from './split-plans-from-document.ts';

/**
 * Loads the split plans of an agreement's municipalities; rejects with `UnusableFile`, which names every error in the
 * file, `agreement_differs` among them.
 */
export function loadSplitPlans(file: string, agreement: Agreement): Promise<SplitPlan[]> {
  return readDocument(file, splitPlansSchema, (document): Result<SplitPlan[]> => {
    if (document.agreement !== agreement.agreement)
      return agreementDiffers(document.agreement, agreement.agreement);
    const plans = splitPlansFromDocument(document.plans, agreement);
    return plans.ok ? plans : refused(...plans.refusals.map((refusal) => within(['plans'], refusal)));
  });
}

function agreementDiffers(named: string, expected: string): Result<never> {
  return refused({
    code: 'agreement_differs',
    path: ['agreement'],
    message: {
      da: `Planerne er for aftalen "${named}", ikke for "${expected}".`,
      en: `The plans are for the agreement "${named}", not for "${expected}".`,
    },
    remedy: {
      da: 'Ret aftalens id, eller indlæs filen til den rigtige aftale.',
      en: "Correct the agreement's id, or load the file for the right agreement.",
    },
  });
}
