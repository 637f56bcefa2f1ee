import { simulateProposals } from '../../../rules/simulate-proposals.ts';
import { type Exact, sign, ZERO } from '../../../src/money/exact.ts';
import { sumOre } from '../../../src/money/ore.ts';
import { benefitOf, type CriterionBenefit } from '../../../src/portfolio/benefit.ts';
import {
  type CandidateYear,
  candidateYear,
  type StartingCandidate,
} from '../../../src/portfolio/candidates.ts';
import { totalValue } from '../../../src/portfolio/fates.ts';
import { firstCostYear, startingIn } from '../../../src/portfolio/year-walk.ts';
import type { Initiative } from '../../../src/prioritisation/initiative.ts';
import { accepted, collect, type Result } from '../../../src/refusal.ts';
import type { MethodSetting } from './method-setting.ts';

/** Candidates by how many years later than at first they begin. */
export type Rounds = readonly (readonly StartingCandidate[])[];

/**
 * What the rules say of every initiative, were it to begin in its first year or in any later one of those looked at: asked once, for all
 * methods. Facts that speak of other requests see all candidates.
 */
export async function judgedRounds(setting: MethodSetting): Promise<Result<Rounds>> {
  const { prices, initiatives, agreement } = setting;
  const [first, last] = [prices[0]?.year ?? 0, prices.at(-1)?.year ?? 0];
  const benefits = collect(initiatives.map((one) => benefitOf(one, agreement, first)));
  if (!benefits.ok) return benefits;
  const rounds: StartingCandidate[][] = [];
  for (const later of prices.keys()) {
    const starting = initiatives.flatMap((initiative, place) => {
      const start = Math.max(firstCostYear(initiative), first) + later;
      const value = worthOf(benefits.value[place] ?? []);
      return start > last ? [] : [{ initiative, start, value }];
    });
    const judged = await judge(starting, setting);
    if (!judged.ok) return judged;
    rounds.push(judged.value);
  }
  return accepted(rounds);
}

/** The same candidates by the year in which they begin, for methods that go from year to year. */
export function byStart(rounds: Rounds): Rounds {
  const starts = Map.groupBy(rounds.flat(), ({ start }) => start);
  return [...starts].toSorted(([first], [second]) => first - second).map(([, candidates]) => candidates);
}

/** The same candidates with what they are worth under other weights; what the rules say does not depend on those. */
export function revalued(rounds: Rounds, { agreement, prices }: MethodSetting): Result<Rounds> {
  const first = prices[0]?.year ?? 0;
  return collect(
    rounds.map((candidates) =>
      collect(
        candidates.map((candidate): Result<StartingCandidate> => {
          const benefits = benefitOf(candidate.initiative, agreement, first);
          return benefits.ok ? accepted({ ...candidate, value: worthOf(benefits.value) }) : benefits;
        }),
      ),
    ),
  );
}

/** What is worth less than nothing counts as worth nothing. */
function worthOf(benefits: readonly CriterionBenefit[]): Exact {
  const value = totalValue(benefits);
  return sign(value) < 0 ? ZERO : value;
}

type Starting = Pick<StartingCandidate, 'initiative' | 'start' | 'value'>;

async function judge(
  starting: readonly Starting[],
  { prices, ruleSet, body }: MethodSetting,
): Promise<Result<StartingCandidate[]>> {
  const yearsOf = new Map<string, CandidateYear[]>();
  const inPlace = starting.map(({ initiative }) => initiative.initiative);
  for (const price of prices) {
    const initiatives = starting.flatMap(({ initiative, start }) => inYear(initiative, start, price.year));
    const proposal = { proposal: 'all', body: body.body, reason: 'all', initiatives, moves: [], inPlace };
    const simulation = await simulateProposals(price, [proposal], ruleSet);
    if (!simulation.ok) return simulation;
    for (const outcome of simulation.value.results.flatMap(({ outcomes }) => outcomes)) {
      if (outcome.recipient.kind !== 'initiative' || outcome.cost === 0n) continue;
      const { initiative } = outcome.recipient;
      yearsOf.set(initiative, [...(yearsOf.get(initiative) ?? []), candidateYear(price.year, outcome)]);
    }
  }
  return accepted(
    starting.map((one) => {
      const years = yearsOf.get(one.initiative.initiative) ?? [];
      return { ...one, years, cost: sumOre(years.map(({ cost }) => cost)) };
    }),
  );
}

/** The window of starts holds in the year of the start alone. */
function inYear(initiative: Initiative, start: number, year: number): Initiative[] {
  const moved = startingIn(initiative, start);
  if (!moved.costs.has(year)) return [];
  if (year === start) return [moved];
  const { earliestStart: _, latestStart: __, ...running } = moved;
  return [running];
}
