import { compare } from '../money/exact.ts';
import { type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import { byCodePoint } from '../order.ts';
import type { PlanReport, PlanYearReport } from './plan-report.ts';

/** Who is nowhere worse and somewhere better: by cost, and by the benefit of every criterion (*dominans*). */
export type Dominance = 'first' | 'second' | 'equal' | 'neither';

/** Pool money that two plans both want: together they ask a contribution for more than it holds. */
export interface RivalClaim {
  readonly year: number;
  readonly solution: string;
  readonly available: Ore;
  readonly first: Ore;
  readonly second: Ore;
  /** first + second − available. */
  readonly excess: Ore;
}

/** Two plans beside each other. */
export interface PlanPair {
  readonly first: string;
  readonly second: string;
  /** Begun in both, in one alone; by id. */
  readonly both: readonly string[];
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  /** What both give to what is begun in both: the lesser of the two amounts. */
  readonly sharedAmount: Ore;
  /** Pairs that exclude each other, one begun in each plan. */
  readonly excluding: readonly { readonly first: string; readonly second: string }[];
  readonly claims: readonly RivalClaim[];
  readonly dominance: Dominance;
}

/** Every two of the plans, in the order given. */
export function planPairs(plans: readonly PlanReport[]): PlanPair[] {
  return plans.flatMap((first, place) => plans.slice(place + 1).map((second) => pairOf(first, second)));
}

function pairOf(first: PlanReport, second: PlanReport): PlanPair {
  const [one, other] = [begunIn(first), begunIn(second)];
  const ids = (from: Begun, keep: (id: string) => boolean) => [...from.keys()].filter(keep).sort(byCodePoint);
  const both = ids(one, (id) => other.has(id));
  return {
    first: first.plan.proposal.proposal,
    second: second.plan.proposal.proposal,
    both,
    onlyFirst: ids(one, (id) => !other.has(id)),
    onlySecond: ids(other, (id) => !one.has(id)),
    sharedAmount: sumOre(both.map((id) => lesser(one.get(id)?.amount, other.get(id)?.amount))),
    excluding: excludingPairs(one, other),
    claims: first.years.flatMap((year, place) => rivalClaims(year, second.years[place])),
    dominance: dominanceOf(first, second),
  };
}

type Begun = ReadonlyMap<string, PlanReport['fates'][number]>;

function begunIn({ fates }: PlanReport): Begun {
  return new Map(
    fates.flatMap((fate) => (fate.start === undefined ? [] : [[fate.initiative.initiative, fate] as const])),
  );
}

function lesser(first: Ore = ZERO_ORE, second: Ore = ZERO_ORE): Ore {
  return first < second ? first : second;
}

/** Exclusion holds both ways, whichever of the two names the other. */
function excludingPairs(one: Begun, other: Begun): PlanPair['excluding'] {
  return [...one.values()]
    .flatMap(({ initiative: first }) =>
      [...other.values()].flatMap(({ initiative: second }) =>
        first.excludes.includes(second.initiative) || second.excludes.includes(first.initiative)
          ? [{ first: first.initiative, second: second.initiative }]
          : [],
      ),
    )
    .sort((a, b) => byCodePoint(a.first, b.first) || byCodePoint(a.second, b.second));
}

/** The contributions of a year for which both plans together ask more than there is. */
function rivalClaims(first: PlanYearReport, second: PlanYearReport | undefined): RivalClaim[] {
  return first.solutions.flatMap(({ solution, pool, committed, decided }): RivalClaim[] => {
    const available = subtractOre(pool, committed);
    const other = second?.solutions.find((one) => one.solution === solution)?.decided ?? ZERO_ORE;
    const excess = subtractOre(sumOre([decided, other]), available);
    const isRival = excess > 0n && decided > 0n && other > 0n;
    return isRival ? [{ year: first.year, solution, available, first: decided, second: other, excess }] : [];
  });
}

function dominanceOf(first: PlanReport, second: PlanReport): Dominance {
  const differences = first.benefits.map(({ amount }, place) => {
    const other = second.benefits[place];
    return other === undefined ? 0 : compare(amount, other.amount);
  });
  const cheaper = second.cost === first.cost ? 0 : second.cost > first.cost ? 1 : -1;
  const all = [cheaper, ...differences];
  const [isBetter, isWorse] = [all.some((one) => one > 0), all.some((one) => one < 0)];
  if (isBetter === isWorse) return isBetter ? 'neither' : 'equal';
  return isBetter ? 'first' : 'second';
}
