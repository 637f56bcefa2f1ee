import { type Exact, exactFromOre, exactFromRate, multiply, roundDown } from '../money/exact.ts';
import { type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import type { Initiative } from '../prioritisation/initiative.ts';
import type { OpeningPool } from '../prioritisation/opening-pool.ts';
import type { Outcome } from '../prioritisation/outcome.ts';
import { type Ruling, rulingOf } from '../prioritisation/ruling.ts';

/** What the rules say of one initiative in one of its years, if it begins as it is meant to. */
export interface CandidateYear {
  readonly year: number;
  readonly cost: Ore;
  readonly ruling: Ruling;
}

/** An initiative that a method may choose, with a start and its whole cost profile from there. */
export interface StartingCandidate {
  readonly initiative: Initiative;
  readonly start: number;
  /** Years with cost, ascending. */
  readonly years: readonly CandidateYear[];
  /** Over the years looked at. */
  readonly cost: Ore;
  /** ≥ 0: weighted benefit in full. */
  readonly value: Exact;
}

/** What a rule has said of a request, as a ruling. */
export function candidateYear(year: number, { cost, fired }: Outcome): CandidateYear {
  return { year, cost, ruling: rulingOf(fired) };
}

/** Money of one kind that the chosen may use together; what each uses is by id. */
export interface MoneyLimit {
  readonly resource: string;
  readonly limit: Ore;
  readonly use: ReadonlyMap<string, Ore>;
}

/** Whether the rules let it begin then at all: none of its years is rejected or deferred. */
export function mayBegin({ years, cost }: StartingCandidate): boolean {
  return cost > 0n && years.every(({ ruling }) => isAllowed(ruling));
}

function isAllowed({ disposition }: Ruling): boolean {
  return disposition === undefined || disposition.type === 'refer';
}

/** Whether a rule gives it its turn before all that no rule places (*lovbundne først*). */
export function comesFirst({ years }: StartingCandidate): boolean {
  return years[0]?.ruling.position === 'first';
}

/** What there is for the candidates. */
export interface Means {
  readonly pools: readonly OpeningPool[];
  readonly carriesOver: boolean;
  /** Whether the body that chooses may draw on all areas. */
  readonly decides: boolean;
}

/**
 * The limits that keep candidates within the pools and the rules, beside those that are chosen already: the pool of each year (with
 * carry-over of all years up to it), each cap of each rule, and, where the body cannot draw on other areas' money, each area's own
 * contributions. Model, section 5.
 */
export function limitsOn(
  candidates: readonly StartingCandidate[],
  chosen: readonly StartingCandidate[],
  means: Means,
): MoneyLimit[] {
  const all = [...chosen, ...candidates];
  const limits = [
    ...poolLimits(all, means),
    ...means.pools.flatMap((pool) => capLimits(all, pool)),
    ...(means.decides ? [] : means.pools.flatMap((pool) => areaLimits(all, pool))),
  ];
  return limits.map((limit) => beside(limit, new Set(chosen.map(idOf))));
}

/** What is left of the pools of all years. */
export function moneyLeft(chosen: readonly StartingCandidate[], { pools }: Means): Ore {
  const spent = sumOre(chosen.map(({ cost }) => cost));
  const all = sumOre(pools.map(({ total }) => total));
  return spent < all ? subtractOre(all, spent) : ZERO_ORE;
}

/** A limit as it is for the others, after what the chosen use of it. */
function beside({ resource, limit, use }: MoneyLimit, chosen: ReadonlySet<string>): MoneyLimit {
  const used = sumOre([...use].filter(([id]) => chosen.has(id)).map(([, amount]) => amount));
  return {
    resource,
    limit: used < limit ? subtractOre(limit, used) : ZERO_ORE,
    use: new Map([...use].filter(([id]) => !chosen.has(id))),
  };
}

export function idOf({ initiative }: StartingCandidate): string {
  return initiative.initiative;
}

/** The name of the limit that a year's pool sets. */
export function poolResource(year: number): string {
  return `pool ${year}`;
}

export function costInYear(candidate: StartingCandidate, year: number): Ore {
  return costIn(candidate, (one) => one.year === year);
}

function poolLimits(candidates: readonly StartingCandidate[], { pools, carriesOver }: Means): MoneyLimit[] {
  return pools.map((pool, place) => {
    const counted = carriesOver ? pools.slice(0, place + 1) : [pool];
    const years = new Set(counted.map(({ year }) => year));
    return {
      resource: poolResource(pool.year),
      limit: sumOre(counted.map(({ total }) => total)),
      use: useOf(candidates, (candidate) => costIn(candidate, ({ year }) => years.has(year))),
    };
  });
}

/** A cap counts all that its bucket is given, and holds what the rule that sets it has fired on. */
function capLimits(candidates: readonly StartingCandidate[], pool: OpeningPool): MoneyLimit[] {
  const { year, total } = pool;
  const capped = candidates.flatMap((candidate) =>
    (rulingIn(candidate, year)?.caps ?? []).flatMap((cap) => {
      const bucket = bucketOf(cap.per, candidate);
      return bucket === undefined ? [] : [{ cap, bucket }];
    }),
  );
  const distinct = new Map(
    capped.map(({ cap, bucket }) => [`${cap.rule} ${cap.per} ${bucket} ${year}`, { cap, bucket }]),
  );
  return [...distinct].map(([resource, { cap, bucket }]) => {
    const members = candidates.filter((candidate) => bucketOf(cap.per, candidate) === bucket);
    const free = members.filter(
      (candidate) => !(rulingIn(candidate, year)?.caps ?? []).some(({ rule }) => rule === cap.rule),
    );
    const capAmount = roundDown(multiply(exactFromOre(total), exactFromRate(cap.share)));
    const inYear = (candidate: StartingCandidate) => costInYear(candidate, year);
    const beyond = sumOre(free.map(inYear));
    return {
      resource,
      limit: capAmount > beyond ? capAmount : beyond,
      use: useOf(members, inYear),
    };
  });
}

function areaLimits(
  candidates: readonly StartingCandidate[],
  { year, contributions }: OpeningPool,
): MoneyLimit[] {
  const areas = [...new Set(contributions.map(({ area }) => area))];
  return areas.map((area) => {
    const own = candidates.filter(
      (candidate) =>
        candidate.initiative.area === area && rulingIn(candidate, year)?.disposition?.type !== 'refer',
    );
    return {
      resource: `area ${area} ${year}`,
      limit: sumOre(contributions.filter((one) => one.area === area).map(({ opening }) => opening)),
      use: useOf(own, (candidate) => costInYear(candidate, year)),
    };
  });
}

function rulingIn({ years }: StartingCandidate, year: number): Ruling | undefined {
  return years.find((one) => one.year === year)?.ruling;
}

function bucketOf(per: Ruling['caps'][number]['per'], { initiative }: StartingCandidate): string | undefined {
  switch (per) {
    case 'initiative':
      return initiative.initiative;
    case 'solution':
      return initiative.targetSolution;
    case 'area':
      return initiative.area;
    case 'group':
      return initiative.group;
  }
}

function costIn({ years }: StartingCandidate, counts: (one: CandidateYear) => boolean): Ore {
  return sumOre(years.filter(counts).map(({ cost }) => cost));
}

function useOf(
  candidates: readonly StartingCandidate[],
  amountOf: (candidate: StartingCandidate) => Ore,
): Map<string, Ore> {
  const used = candidates.map((candidate) => [idOf(candidate), amountOf(candidate)] as const);
  return new Map(used.filter(([, amount]) => amount > 0n));
}
