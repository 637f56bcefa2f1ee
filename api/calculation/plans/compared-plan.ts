import { simulatePlan } from '../../../rules/simulate-plan.ts';
import type { Plan, PlanYear } from '../../../src/portfolio/plan.ts';
import { type PlanReport, planReport } from '../../../src/portfolio/plan-report.ts';
import { accepted, type Result } from '../../../src/refusal.ts';
import type { MethodSetting } from './method-setting.ts';
import type { MethodRun } from './run-method.ts';
import type { WeightSensitivity } from './weight-sensitivity.ts';

/** A plan with its report; with a method also how it was chosen. */
export interface ComparedPlan {
  readonly id: string;
  readonly years: readonly PlanYear[];
  readonly report: PlanReport;
  readonly run?: MethodRun;
  /** Where it was asked for. */
  readonly sensitivity?: readonly WeightSensitivity[];
}

/** What all plans of a comparison share. */
export type Comparing = Omit<MethodSetting, 'body'>;

/** The plans that methods made, and how to make them again with something wanted in. */
export interface MethodPlans {
  readonly plans: readonly ComparedPlan[];
  /** By the id of the plan. */
  readonly again: ReadonlyMap<string, (wanted: string) => Promise<Result<ComparedPlan>>>;
}

/** What becomes of a plan that somebody made. */
export async function planByHand(
  plan: Plan,
  { prices, shares, ruleSet, carriesOver, agreement }: Comparing,
): Promise<Result<ComparedPlan>> {
  const years = await simulatePlan(plan, prices, ruleSet, carriesOver);
  if (!years.ok) return years;
  const report = planReport(plan, years.value, shares, agreement);
  if (!report.ok) return report;
  return accepted({ id: plan.proposal.proposal, years: years.value, report: report.value });
}
