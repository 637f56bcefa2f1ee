import { compare, divide, exactFromOre } from '../money/exact.ts';
import { type Ore, sumOre } from '../money/ore.ts';
import { byCodePoint } from '../order.ts';
import type { Outcome } from '../prioritisation/outcome.ts';
import { comesFirst, idOf, type MoneyLimit, mayBegin, type StartingCandidate } from './candidates.ts';
import type { Plan, PlanYear } from './plan.ts';

/**
 * The candidates that can be chosen beside what is chosen already: the rules let them begin, nothing chosen or in place excludes
 * them, and all they depend on is chosen, in place or a candidate itself. By id.
 */
export function availableBeside(
  candidates: readonly StartingCandidate[],
  chosen: readonly StartingCandidate[],
  inPlace: readonly string[],
): StartingCandidate[] {
  const taken = new Set([...chosen.map(idOf), ...inPlace]);
  const barred = new Set(chosen.flatMap(({ initiative }) => initiative.excludes));
  let left = candidates.filter(
    (candidate) =>
      mayBegin(candidate) &&
      !taken.has(idOf(candidate)) &&
      !barred.has(idOf(candidate)) &&
      !candidate.initiative.excludes.some((other) => taken.has(other)),
  );
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const known = new Set([...taken, ...left.map(idOf)]);
    left = left.filter(({ initiative }) => initiative.dependsOn.every((needed) => known.has(needed)));
  }
  return left.toSorted((first, second) => byCodePoint(idOf(first), idOf(second)));
}

/**
 * What is taken before a method chooses: what a rule puts first, and what somebody wants in. In the order of value per krone (ties:
 * lower cost, then id), each with what it depends on, as long as all of it fits.
 *
 * @param wanted an initiative that goes before all of them
 */
export function takenFirst(
  candidates: readonly StartingCandidate[],
  limits: readonly MoneyLimit[],
  wanted?: string,
): string[] {
  const byId = new Map(candidates.map((candidate) => [idOf(candidate), candidate]));
  const ranked = candidates.filter(comesFirst).toSorted(byValuePerKrone);
  const order = [...(wanted === undefined ? [] : [byId.get(wanted)]), ...ranked];
  let taken: ReadonlySet<string> = new Set();
  for (const candidate of order) {
    if (candidate === undefined) continue;
    const more = new Set([...taken, ...withDependencies(candidate, byId)]);
    if (fitTogether(more, byId, limits)) taken = more;
  }
  return [...taken];
}

function byValuePerKrone(first: StartingCandidate, second: StartingCandidate): number {
  const ratio = ({ value, cost }: StartingCandidate) => divide(value, exactFromOre(cost));
  const byRatio = compare(ratio(second), ratio(first));
  if (byRatio !== 0) return byRatio;
  if (first.cost !== second.cost) return first.cost < second.cost ? -1 : 1;
  return byCodePoint(idOf(first), idOf(second));
}

function withDependencies(
  candidate: StartingCandidate,
  byId: ReadonlyMap<string, StartingCandidate>,
): string[] {
  const needed = candidate.initiative.dependsOn.flatMap((id) => byId.get(id) ?? []);
  return [...needed.flatMap((other) => withDependencies(other, byId)), idOf(candidate)];
}

function fitTogether(
  ids: ReadonlySet<string>,
  byId: ReadonlyMap<string, StartingCandidate>,
  limits: readonly MoneyLimit[],
): boolean {
  const excludes = [...ids].some((id) => byId.get(id)?.initiative.excludes.some((other) => ids.has(other)));
  if (excludes) return false;
  return limits.every(({ use, limit }) => sumOre(amountsOf(ids, use)) <= limit);
}

function amountsOf(ids: ReadonlySet<string>, use: MoneyLimit['use']): Ore[] {
  return [...ids].flatMap((id) => use.get(id) ?? []);
}

/** The chosen as a plan: in the order chosen, each from the year in which it is to begin. */
export function planOf(
  proposal: Omit<Plan['proposal'], 'initiatives' | 'moves'>,
  chosen: readonly StartingCandidate[],
): Plan {
  return {
    proposal: { ...proposal, initiatives: chosen.map(({ initiative }) => initiative), moves: [] },
    notBefore: new Map(chosen.map((candidate) => [idOf(candidate), candidate.start])),
  };
}

/** A chosen initiative that the rules do not let be as it was chosen, and what they say; nothing where it was not asked for. */
export interface Broken {
  readonly initiative: string;
  readonly start: number;
  readonly year?: number;
  readonly outcome?: Outcome;
}

/** The chosen that in some year get less than their cost, or nothing, or are not asked for as they were chosen. */
export function brokenBy(chosen: readonly StartingCandidate[], years: readonly PlanYear[]): Broken[] {
  return chosen.flatMap((candidate) => {
    const broken = candidate.years
      .map(({ year, cost }) => ({ year, cost, outcome: outcomeIn(years, year, idOf(candidate)) }))
      .find(({ cost, outcome }) => outcome === undefined || outcome.granted + outcome.proposed !== cost);
    if (broken === undefined) return [];
    const { year, outcome } = broken;
    return [{ initiative: idOf(candidate), start: candidate.start, year, ...(outcome && { outcome }) }];
  });
}

function outcomeIn(years: readonly PlanYear[], year: number, initiative: string): Outcome | undefined {
  const outcomes = years.find((one) => one.year === year)?.result.outcomes ?? [];
  return outcomes.find(
    ({ recipient }) => recipient.kind === 'initiative' && recipient.initiative === initiative,
  );
}
