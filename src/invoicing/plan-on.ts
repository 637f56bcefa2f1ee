import { accepted, type Refusal, type Result, refused } from '../refusal.ts';
import { planRefusal } from './plan-refusals.ts';
import type { SplitPlan } from './split-plan.ts';

/** The plan of a municipality that holds on a day; refused with `split_plan_missing`. */
export function planOn(plans: readonly SplitPlan[], municipality: string, day: string): Result<SplitPlan> {
  const plan = plans.find((candidate) => candidate.municipality === municipality && holdsOn(candidate, day));
  if (plan !== undefined) return accepted(plan);
  return refused({
    code: 'split_plan_missing',
    path: ['plans'],
    message: {
      da: `Kommune ${municipality} har ingen opsplitningsplan, der gælder ${day}, så ingen kan få fakturaen.`,
      en: `Municipality ${municipality} has no split plan that holds on ${day}, so nobody can get the invoice.`,
    },
    remedy: {
      da: 'Giv kommunen en plan med mindst en standardmodtager.',
      en: 'Give the municipality a plan with at least a default recipient.',
    },
  });
}

/** The days on which a municipality's plan holds. */
export interface PlanDays extends Pick<SplitPlan, 'municipality' | 'validFrom'> {
  readonly validTo?: string | undefined;
}

/** Two plans of a municipality that hold on the same day (`plans_overlap`); paths count from the list. */
export function overlappingPlans(plans: readonly PlanDays[]): Refusal[] {
  return plans.flatMap((plan, place) => {
    const earlier = plans
      .slice(0, place)
      .find((other) => other.municipality === plan.municipality && areTogether(other, plan));
    if (earlier === undefined) return [];
    const said = plan.validFrom > earlier.validFrom ? plan.validFrom : earlier.validFrom;
    return [planRefusal('plans_overlap', [place, 'validFrom'], { name: plan.municipality, said })];
  });
}

function holdsOn({ validFrom, validTo }: PlanDays, day: string): boolean {
  return validFrom <= day && (validTo === undefined || day <= validTo);
}

function areTogether(first: PlanDays, second: PlanDays): boolean {
  return holdsOn(first, second.validFrom) || holdsOn(second, first.validFrom);
}
