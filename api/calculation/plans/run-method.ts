import { simulatePlan } from '../../../rules/simulate-plan.ts';
import { idOf, type Means, type StartingCandidate } from '../../../src/portfolio/candidates.ts';
import { availableBeside, type Broken, brokenBy, planOf } from '../../../src/portfolio/choice.ts';
import type { Plan, PlanYear } from '../../../src/portfolio/plan.ts';
import { openingPool } from '../../../src/prioritisation/opening-pool.ts';
import { accepted, collect, type Result } from '../../../src/refusal.ts';
import type { ComparedMethod } from '../../requests/plan-comparison.ts';
import { byStart, type Rounds } from './judged-rounds.ts';
import type { MethodSetting } from './method-setting.ts';
import { pick } from './pick.ts';

/** What a method chose, and what became of it under the rules. */
export interface MethodRun {
  readonly plan: Plan;
  readonly years: readonly PlanYear[];
  /** With the optimum: whether every round was proved to be the best. */
  readonly isProven?: boolean;
  /** What the rules did not let be, so that the round was made again without it. */
  readonly reruns: readonly Broken[];
  /** False when time ran out before all was tried. */
  readonly isComplete: boolean;
  /** Whether everything chosen is what the rules let be. */
  readonly isLawful: boolean;
}

/**
 * Lets a method choose over several years, in rounds. The optimum's first round is over all candidates with their first start; then,
 * within what is left, those that begin a year later, and so on. The other methods go from year to year.
 *
 * After each round the chosen meet the rules; what they do not let be is left out, and the round is made again without it. Each time is
 * without one more candidate at least, so it ends, with a set that the rules let be.
 *
 * @param wanted an initiative that has to be in, if the rules and the pool allow it at all
 */
export async function runMethod(
  settings: ComparedMethod,
  rounds: Rounds,
  setting: MethodSetting,
  wanted?: string,
): Promise<Result<MethodRun>> {
  const { prices, carriesOver, body } = setting;
  const pools = collect(prices.map(openingPool));
  if (!pools.ok) return pools;
  const means: Means = { pools: pools.value, carriesOver, decides: body.mandate.includes('decide') };
  const deadline = setting.now() + settings.timeLimitSeconds * 1_000;
  const way: Way = { settings, setting, means, deadline, wanted };
  let reached: Reached = { chosen: [], isProven: true, reruns: [], isComplete: true };
  for (const candidates of settings.method === 'optimum' ? rounds : byStart(rounds)) {
    const next = await round(reached, candidates, way);
    if (!next.ok) return next;
    reached = next.value;
  }
  const { chosen, isProven, ...found } = reached;
  const met = await meetRules(chosen, way);
  if (!met.ok) return met;
  const isLawful = brokenBy(chosen, met.value.years).length === 0;
  return accepted({ ...met.value, ...found, ...(settings.method === 'optimum' && { isProven }), isLawful });
}

/** How far a method has come. */
interface Reached {
  readonly chosen: readonly StartingCandidate[];
  readonly isProven: boolean;
  readonly reruns: readonly Broken[];
  readonly isComplete: boolean;
}

interface Way {
  readonly settings: ComparedMethod;
  readonly setting: MethodSetting;
  readonly means: Means;
  readonly deadline: number;
  readonly wanted: string | undefined;
}

async function round(
  before: Reached,
  candidates: readonly StartingCandidate[],
  way: Way,
): Promise<Result<Reached>> {
  const barred = new Set<string>();
  let reached = before;
  for (;;) {
    const allowed = candidates.filter((candidate) => !barred.has(idOf(candidate)));
    const tried = await attempt(reached, allowed, way);
    if (!tried.ok || tried.value.out.length === 0) return tried.ok ? accepted(tried.value.reached) : tried;
    for (const { initiative } of tried.value.out) barred.add(initiative);
    reached = { ...tried.value.reached, reruns: [...reached.reruns, ...tried.value.out] };
  }
}

/** What was reached, and what has to stay out of the next attempt; nothing: the round is done. */
interface Attempt {
  readonly reached: Reached;
  readonly out: readonly Broken[];
}

async function attempt(
  reached: Reached,
  allowed: readonly StartingCandidate[],
  way: Way,
): Promise<Result<Attempt>> {
  const { settings, setting, means, deadline, wanted } = way;
  const available = availableBeside(allowed, reached.chosen, setting.inPlace);
  if (available.length === 0) return accepted({ reached, out: [] });
  const timeLimitSeconds = (deadline - setting.now()) / 1_000;
  if (timeLimitSeconds <= 0) return accepted({ reached: { ...reached, isComplete: false }, out: [] });
  const limited = { ...settings, timeLimitSeconds };
  const result = await pick(limited, available, reached.chosen, means, setting, wanted);
  if (!result.ok) return result;
  const { picked } = result.value;
  const proved = { ...reached, isProven: reached.isProven && result.value.isProven };
  const chosen = [...reached.chosen, ...picked];
  const met = await meetRules(chosen, way);
  if (!met.ok) return met;
  const broken = brokenBy(chosen, met.value.years);
  if (broken.length === 0) return accepted({ reached: { ...proved, chosen }, out: [] });
  const own = new Set(picked.map(idOf));
  const out = broken.filter(({ initiative }) => own.has(initiative));
  // Where only earlier choices are pushed out, what came in now is what pushed them.
  const pushing = picked.map((candidate) => ({ initiative: idOf(candidate), start: candidate.start }));
  return accepted({ reached: proved, out: out.length > 0 ? out : pushing });
}

async function meetRules(
  chosen: readonly StartingCandidate[],
  { settings: { method }, setting }: Way,
): Promise<Result<Pick<MethodRun, 'plan' | 'years'>>> {
  const { body, inPlace, prices, ruleSet, carriesOver } = setting;
  const plan = planOf({ proposal: method, body: body.body, reason: `chosen by ${method}`, inPlace }, chosen);
  const years = await simulatePlan(plan, prices, ruleSet, carriesOver);
  return years.ok ? accepted({ plan, years: years.value }) : years;
}
