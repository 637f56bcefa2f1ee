import type { RuleSet } from '../../rules/rule-set.ts';
import { ruleSetFromDocument } from '../../rules/rule-set-from-document.ts';
import type { RuleDocument } from '../../rules/schema.ts';
import { simulatePlan } from '../../rules/simulate-plan.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import type { Plan, PlanYear } from '../../src/portfolio/plan.ts';
import { type PlanReport, planReport } from '../../src/portfolio/plan-report.ts';
import type { YearPrice } from '../../src/pricing/year-price.ts';
import { shareYears } from '../../src/sharing/share-years.ts';
import { poolPrice } from '../prioritisation/build-proposal.ts';
import { acceptedValue } from '../results.ts';
import { buildRuleSet } from '../rules/read-rules.ts';

export function ruleSetOf(...rules: RuleDocument[]): RuleSet {
  return acceptedValue(ruleSetFromDocument(buildRuleSet(rules)));
}

/** 2026 with a pool of 350,00 kr. and 2027, where all prices are 2 % higher, with one of 357,00 kr. */
export function twoYears(parts: Partial<Agreement> = {}): YearPrice[] {
  return [2026, 2027].map((year) => poolPrice(year, parts));
}

/** What becomes of a plan in the two years. */
export async function outcomeOf(
  plan: Plan,
  { prices = twoYears(), ruleSet = ruleSetOf(), carriesOver = false } = {},
): Promise<{ readonly years: PlanYear[]; readonly report: PlanReport }> {
  const years = acceptedValue(await simulatePlan(plan, prices, ruleSet, carriesOver));
  const shares = acceptedValue(shareYears(prices));
  const [{ agreement } = poolPrice()] = prices;
  return { years, report: acceptedValue(planReport(plan, years, shares, agreement)) };
}

/** Outcome and start of each initiative: `reduced@2027`. */
export function fatesIn({ fates }: PlanReport): Record<string, string> {
  return Object.fromEntries(
    fates.map(({ initiative, outcome, start }) => [initiative.initiative, `${outcome}@${start ?? '-'}`]),
  );
}

/** Amounts as kroner, so that a test reads as its working. */
export const kr = kronerFromOre;
