import { decimalText } from '../../selection/answer/decimals.ts';
import { type Exact, terms } from '../../src/money/exact.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import { rateText } from '../../src/money/rate.ts';
import type { CriterionBenefit } from '../../src/portfolio/benefit.ts';
import { type Fate, totalValue } from '../../src/portfolio/fates.ts';
import type { PlanPair } from '../../src/portfolio/pairs.ts';
import type { PlanYearReport } from '../../src/portfolio/plan-report.ts';
import type { Asked } from '../calculation/plans/asked.ts';
import type { PlanComparison } from '../calculation/plans/compare-plans.ts';
import type { ComparedPlan } from '../calculation/plans/compared-plan.ts';
import type { MethodRun } from '../calculation/plans/run-method.ts';
import type { WeightSensitivity, WeightTurn } from '../calculation/plans/weight-sensitivity.ts';
import type { PlanComparisonAnswer } from './plan-comparison-schema.ts';
import { reasonAnswer, verdictAnswer } from './simulation-answer.ts';

type PlanAnswer = PlanComparisonAnswer['plans'][number];
type AskedAnswer = PlanComparisonAnswer['asked'][number];

/** The answer of `POST /v1/prioritisations/compare`. */
export function planComparisonAnswer(comparison: PlanComparison): PlanComparisonAnswer {
  const { hash, agreement, years, ruleSet, carriesOver, plans, pairs, asked } = comparison;
  return {
    hash,
    years: { from: years.from, to: years.to },
    carryOver: carriesOver,
    ruleSet: { id: ruleSet.ruleSet, version: ruleSet.version, title: ruleSet.title },
    criteria: agreement.criteria.map(({ weight, ...criterion }) => ({
      ...criterion,
      weight: rateText(weight),
    })),
    plans: plans.map(planAnswer),
    pairs: pairs.map(pairAnswer),
    asked: asked.map(askedAnswer),
  };
}

function planAnswer({ id, report, run, sensitivity }: ComparedPlan): PlanAnswer {
  return {
    plan: id,
    kind: run === undefined ? 'proposal' : 'method',
    body: report.plan.proposal.body,
    cost: kronerFromOre(report.cost),
    value: decimal(totalValue(report.benefits)),
    benefits: report.benefits.map(benefitAnswer),
    initiatives: report.fates.map(fateAnswer),
    years: report.years.map(yearAnswer),
    ...(run !== undefined && {
      method: {
        lawful: run.isLawful,
        ...(run.isProven !== undefined && { proven: run.isProven }),
        complete: run.isComplete,
        reruns: run.reruns.map(rerunAnswer),
        ...(sensitivity !== undefined && { sensitivity: sensitivity.map(sensitivityAnswer) }),
      },
    }),
  };
}

function rerunAnswer({ outcome, ...broken }: MethodRun['reruns'][number]) {
  if (outcome === undefined) return broken;
  return { ...broken, outcome: outcome.outcome, reason: reasonAnswer(outcome.reason) };
}

function sensitivityAnswer({ criterion, weight, up, down }: WeightSensitivity) {
  return { criterion, weight: rateText(weight), up: turnAnswer(up), down: turnAnswer(down) };
}

function turnAnswer({ outcome, at, justBefore, comesIn, goesOut, searchedTo }: WeightTurn) {
  return {
    outcome,
    ...(at !== undefined && { at: rateText(at) }),
    ...(justBefore !== undefined && { justBefore: rateText(justBefore) }),
    comesIn: [...comesIn],
    goesOut: [...goesOut],
    searchedTo: rateText(searchedTo),
  };
}

function decimal(value: Exact): string {
  return decimalText(terms(value));
}

function benefitAnswer({ criterion, amount, value }: CriterionBenefit) {
  return { criterion, amount: decimal(amount), value: decimal(value) };
}

function fateAnswer(fate: Fate): PlanAnswer['initiatives'][number] {
  const { initiative, outcome, wanted, start, cost, amount, benefits, years } = fate;
  return {
    initiative: initiative.initiative,
    title: initiative.title,
    area: initiative.area,
    target: initiative.targetSolution ?? 'new',
    outcome,
    wanted,
    ...(start !== undefined && { start }),
    cost: kronerFromOre(cost),
    amount: kronerFromOre(amount),
    value: decimal(totalValue(benefits)),
    benefits: benefits.map(benefitAnswer),
    years: years.map(({ year, outcome: ofYear }) => ({
      year,
      outcome: ofYear.outcome,
      reason: reasonAnswer(ofYear.reason),
      cost: kronerFromOre(ofYear.cost),
      granted: kronerFromOre(ofYear.granted),
      proposed: kronerFromOre(ofYear.proposed),
      rulesFired: ofYear.fired.map(verdictAnswer),
    })),
  };
}

function yearAnswer(report: PlanYearReport): PlanAnswer['years'][number] {
  return {
    year: report.year,
    contributed: kronerFromOre(report.contributed),
    carriedOver: kronerFromOre(report.carriedOver),
    committed: kronerFromOre(report.committed),
    used: kronerFromOre(report.decided),
    referred: kronerFromOre(report.referred),
    left: kronerFromOre(report.free),
    lapsed: kronerFromOre(report.lapsed),
    areas: report.areas.map(({ area, ...effect }) => ({ area, ...effectAnswer(effect) })),
    solutions: report.solutions.map(({ solution, carriedOver, committed, decided, free, ...effect }) => ({
      solution,
      ...effectAnswer(effect),
      carriedOver: kronerFromOre(carriedOver),
      committed: kronerFromOre(committed),
      paid: kronerFromOre(decided),
      left: kronerFromOre(free),
    })),
    receivedByNew: kronerFromOre(report.receivedByNew),
    municipalities: report.parts.map(({ municipality, contributed, received, benefit, fairShare }) => ({
      municipality,
      contributed: kronerFromOre(contributed),
      received: kronerFromOre(received),
      benefit: kronerFromOre(benefit),
      fairShare: kronerFromOre(fairShare),
    })),
    unattributed: kronerFromOre(report.unattributed),
  };
}

function effectAnswer({
  contributed,
  received,
  net,
}: Pick<PlanYearReport['areas'][number], 'contributed' | 'received' | 'net'>) {
  return {
    contributed: kronerFromOre(contributed),
    received: kronerFromOre(received),
    net: kronerFromOre(net),
  };
}

function pairAnswer({ both, onlyFirst, onlySecond, sharedAmount, excluding, claims, ...pair }: PlanPair) {
  return {
    ...pair,
    both: [...both],
    onlyFirst: [...onlyFirst],
    onlySecond: [...onlySecond],
    sharedAmount: kronerFromOre(sharedAmount),
    excluding: [...excluding],
    claims: claims.map(({ year, solution, available, first, second, excess }) => ({
      year,
      solution,
      available: kronerFromOre(available),
      first: kronerFromOre(first),
      second: kronerFromOre(second),
      excess: kronerFromOre(excess),
    })),
  };
}

function askedAnswer({ initiative, plan, isListed, start, reason, ifFirst }: Asked): AskedAnswer {
  return {
    initiative,
    plan,
    listed: isListed,
    ...(start !== undefined && { start }),
    ...(reason !== undefined && { reason: reasonAnswer(reason) }),
    ...(ifFirst !== undefined && {
      ifFirst: {
        outcome: ifFirst.outcome,
        ...(ifFirst.start !== undefined && { start: ifFirst.start }),
        ...(ifFirst.reason !== undefined && { reason: reasonAnswer(ifFirst.reason) }),
        goesOut: [...ifFirst.goesOut],
        comesIn: [...ifFirst.comesIn],
        costDifference: kronerFromOre(ifFirst.costDifference),
        valueDifference: decimal(ifFirst.valueDifference),
      },
    }),
  };
}
