import { type Exact, subtract } from '../../../src/money/exact.ts';
import { type Ore, subtractOre } from '../../../src/money/ore.ts';
import { byCodePoint } from '../../../src/order.ts';
import { totalValue } from '../../../src/portfolio/fates.ts';
import type { PlanReport } from '../../../src/portfolio/plan-report.ts';
import type { OutcomeKind, OutcomeReason } from '../../../src/prioritisation/outcome.ts';
import { accepted, type Refusal, type Result, refused } from '../../../src/refusal.ts';
import { type ComparedPlan, type Comparing, type MethodPlans, planByHand } from './compared-plan.ts';

/** What happened when an initiative was put before all others: really run, not estimated. */
export interface IfFirst {
  readonly outcome: OutcomeKind;
  readonly start?: number;
  readonly reason?: OutcomeReason;
  /** Begun in the plan as it is, and not when the initiative goes first; by id. */
  readonly goesOut: readonly string[];
  readonly comesIn: readonly string[];
  readonly costDifference: Ore;
  readonly valueDifference: Exact;
}

/** Whether an initiative is in a plan, why not, and what would have to give way for it. */
export interface Asked {
  readonly initiative: string;
  readonly plan: string;
  readonly isListed: boolean;
  readonly start?: number;
  /** Of the last year in which it was asked for. */
  readonly reason?: OutcomeReason;
  /** Where it is not in. */
  readonly ifFirst?: IfFirst;
}

/** Asks of each initiative and each plan. Paths lead into the request. */
export async function askedAbout(
  ask: readonly string[],
  byHand: readonly ComparedPlan[],
  byMethod: MethodPlans,
  comparing: Comparing,
): Promise<Result<Asked[]>> {
  const answers: Asked[] = [];
  for (const [place, id] of ask.entries()) {
    const initiative =
      comparing.initiatives.find((one) => one.initiative === id) ??
      byHand.flatMap(({ report }) => report.plan.proposal.initiatives).find((one) => one.initiative === id);
    if (initiative === undefined) return refused(notAmongCandidates(id, place));
    for (const plan of [...byHand, ...byMethod.plans]) {
      const answer = await askedOf(initiative, plan, byMethod.again.get(plan.id), comparing);
      if (!answer.ok) return answer;
      answers.push(answer.value);
    }
  }
  return accepted(answers);
}

type Again = (wanted: string) => Promise<Result<ComparedPlan>>;

async function askedOf(
  initiative: Fate['initiative'],
  plan: ComparedPlan,
  again: Again | undefined,
  comparing: Comparing,
): Promise<Result<Asked>> {
  const id = initiative.initiative;
  const found = fateIn(plan, id);
  const asked = { initiative: id, plan: plan.id, isListed: found !== undefined };
  if (found?.start !== undefined) return accepted({ ...asked, start: found.start });
  const first = await (again === undefined ? planByHand(withFirst(plan, initiative), comparing) : again(id));
  if (!first.ok) return first;
  const reason = found?.years.at(-1)?.outcome.reason;
  return accepted({ ...asked, ...(reason && { reason }), ifFirst: ifFirst(id, plan, first.value) });
}

type Fate = PlanReport['fates'][number];

function fateIn({ report }: ComparedPlan, id: string): Fate | undefined {
  return report.fates.find(({ initiative }) => initiative.initiative === id);
}

function withFirst({ report: { plan } }: ComparedPlan, initiative: Fate['initiative']) {
  const { proposal } = plan;
  const others = proposal.initiatives.filter((one) => one.initiative !== initiative.initiative);
  const own = proposal.initiatives.find((one) => one.initiative === initiative.initiative);
  return { ...plan, proposal: { ...proposal, initiatives: [own ?? initiative, ...others] } };
}

function ifFirst(id: string, before: ComparedPlan, after: ComparedPlan): IfFirst {
  const fate = fateIn(after, id);
  const reason = fate?.years.at(-1)?.outcome.reason;
  const [began, begins] = [begunIn(before), begunIn(after)];
  return {
    outcome: fate?.outcome ?? 'rejected',
    ...(fate?.start !== undefined && { start: fate.start }),
    ...(reason !== undefined && { reason }),
    goesOut: [...began.difference(begins)].sort(byCodePoint),
    comesIn: [...begins.difference(began)].sort(byCodePoint),
    costDifference: subtractOre(after.report.cost, before.report.cost),
    valueDifference: subtract(totalValue(after.report.benefits), totalValue(before.report.benefits)),
  };
}

function begunIn({ report }: ComparedPlan): Set<string> {
  return new Set(
    report.fates.flatMap(({ initiative, start }) => (start === undefined ? [] : [initiative.initiative])),
  );
}

function notAmongCandidates(id: string, place: number): Refusal {
  return {
    code: 'initiative_unknown',
    path: ['ask', place],
    message: {
      da: `Initiativet "${id}" er hverken i forslagene eller blandt det, metoderne vælger imellem.`,
      en: `The initiative "${id}" is neither in the proposals nor among what methods choose among.`,
    },
    remedy: {
      da: 'Ret id\'et, eller skriv initiativet i "initiatives".',
      en: 'Correct the id, or name it in "initiatives".',
    },
  };
}
