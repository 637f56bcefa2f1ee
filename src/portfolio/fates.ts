import type { Agreement } from '../agreement/agreement.ts';
import { add, type Exact, multiply, ONE, ratio, sum, ZERO } from '../money/exact.ts';
import { addOre, type Ore, sumOre } from '../money/ore.ts';
import type { Initiative } from '../prioritisation/initiative.ts';
import type { Outcome, OutcomeKind } from '../prioritisation/outcome.ts';
import { accepted, type Result } from '../refusal.ts';
import { benefitOf, type CriterionBenefit } from './benefit.ts';
import type { Plan, PlanYear } from './plan.ts';
import { firstYearOf } from './year-walk.ts';

/** What became of an initiative in one year in which it was asked for. */
export interface FateYear {
  readonly year: number;
  readonly outcome: Outcome;
}

/**
 * What becomes of an initiative over all years. `funded`: in full in every year since its start; `reduced`: begun, but some year
 * gives less than its cost; `referred`: begun if the board approves; `deferred`: not begun, or asked for in no year.
 */
export interface Fate {
  readonly initiative: Initiative;
  readonly outcome: OutcomeKind;
  /** The first year in which it was to begin. */
  readonly wanted: number;
  /** The year in which it began; later than `wanted` when it was deferred at first. */
  readonly start?: number;
  readonly years: readonly FateYear[];
  /** Of the years since its start. */
  readonly cost: Ore;
  /** Granted, and proposed to the board. */
  readonly amount: Ore;
  /** The part of its benefit that it gives: amount / cost, nothing when it has not begun. */
  readonly part: Exact;
  /** What it gives, by criterion in the agreement's order. */
  readonly benefits: readonly CriterionBenefit[];
}

/** What becomes of every initiative of a plan, in the plan's order. Refused with `index_missing`. */
export function fatesOf(plan: Plan, years: readonly PlanYear[], agreement: Agreement): Result<Fate[]> {
  const fates: Fate[] = [];
  for (const initiative of plan.proposal.initiatives) {
    const benefits = benefitOf(initiative, agreement, years[0]?.year ?? initiative.priceLevelYear);
    if (!benefits.ok) return benefits;
    const asked = years.flatMap(({ year, result }): FateYear[] => {
      const outcome = result.outcomes.find(
        ({ recipient }) => recipient.kind === 'initiative' && recipient.initiative === initiative.initiative,
      );
      return outcome === undefined ? [] : [{ year, outcome }];
    });
    fates.push(fateOf(initiative, firstYearOf(plan, initiative), asked, benefits.value));
  }
  return accepted(fates);
}

function fateOf(
  initiative: Initiative,
  wanted: number,
  years: readonly FateYear[],
  whole: readonly CriterionBenefit[],
): Fate {
  const start = years.find(({ outcome }) => isBegun(outcome))?.year;
  const running = start === undefined ? [] : years.filter(({ year }) => year >= start);
  const cost = sumOre(running.map(({ outcome }) => outcome.cost));
  const amount = sumOre(running.map(({ outcome: { granted, proposed } }) => addOre(granted, proposed)));
  const part = cost === 0n ? ZERO : amount === cost ? ONE : ratio(amount, cost);
  return {
    initiative,
    outcome: outcomeOf(running, years),
    wanted,
    ...(start !== undefined && { start }),
    years,
    cost,
    amount,
    part,
    benefits: whole.map((benefit) => ({
      ...benefit,
      amount: multiply(benefit.amount, part),
      value: multiply(benefit.value, part),
    })),
  };
}

function isBegun({ outcome }: Outcome): boolean {
  return outcome === 'funded' || outcome === 'reduced' || outcome === 'referred';
}

function outcomeOf(running: readonly FateYear[], years: readonly FateYear[]): OutcomeKind {
  if (running.length === 0) return years.at(-1)?.outcome.outcome ?? 'deferred';
  if (running.some(({ outcome: { granted, proposed, cost } }) => addOre(granted, proposed) < cost))
    return 'reduced';
  return running.some(({ outcome }) => outcome.outcome === 'referred') ? 'referred' : 'funded';
}

/** Weighted benefit of all criteria together. */
export function totalValue(benefits: readonly CriterionBenefit[]): Exact {
  return sum(benefits.map(({ value }) => value));
}

/** The benefits of several initiatives, criterion by criterion. */
export function addBenefits(all: readonly (readonly CriterionBenefit[])[]): CriterionBenefit[] {
  const [first = []] = all;
  return first.map((criterion, place) => ({
    ...criterion,
    amount: all.reduce((total, benefits) => add(total, benefits[place]?.amount ?? ZERO), ZERO),
    value: all.reduce((total, benefits) => add(total, benefits[place]?.value ?? ZERO), ZERO),
  }));
}
