import type { PoolEntry } from '../agreement/agreement.ts';
import { addOre, type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import { byCodePoint } from '../order.ts';
import type { YearPrice } from '../pricing/year-price.ts';
import type { YearShares } from '../sharing/year-shares.ts';
import { type MunicipalityEffect, municipalityEffects } from './municipality-effects.ts';
import { type PoolOrigin, poolOrigin } from './pool-origin.ts';
import { amountUnder, type FundedInitiative, type PoolSpending, type PoolUse, poolUse } from './pool-use.ts';

/**
 * What there is and what is bound: contributed + carriedOver = pool = committed + decided + free. Free is negative
 * where more is bound than there is, as when a scenario lowers a pool that has been decided on.
 */
export interface PoolBalance {
  /** pool(s,y) of the price. */
  readonly contributed: Ore;
  /** Left over from the year before, as the scenario says. */
  readonly carriedOver: Ore;
  readonly pool: Ore;
  /** Bound by decisions that the scenario itself takes as given. */
  readonly committed: Ore;
  /** Bound by the decisions reported on. */
  readonly decided: Ore;
  readonly free: Ore;
}

/** One solution's pool contribution, and what the pool has given back to it. */
export interface SolutionEffect extends PoolBalance {
  readonly solution: string;
  /** Decided for initiatives that build on it. */
  readonly received: Ore;
  /** received − contributed: above zero, it gets more from the pool than it pays in. */
  readonly net: Ore;
}

/** Full insight into the pool of one year. Model, sections 1 and 5. */
export interface PoolReport extends PoolBalance {
  readonly year: number;
  readonly origin: PoolOrigin;
  readonly use: PoolUse;
  /** In catalogue order; solutions outside the agreement that money is bound in or goes to come last, by id. */
  readonly solutions: readonly SolutionEffect[];
  /** Decided for initiatives that build on no solution there is. */
  readonly receivedByNew: Ore;
  readonly municipalities: readonly MunicipalityEffect[];
  /** Decided for initiatives of which it is not known who benefits. */
  readonly unattributed: Ore;
}

/**
 * Where the pool of a year came from and where it went.
 *
 * @param spendings of any years, in any order
 * @param known what is known of the initiatives, each once
 */
export function poolReport(
  price: YearPrice,
  shares: YearShares,
  spendings: readonly PoolSpending[],
  known: readonly FundedInitiative[],
): PoolReport {
  const { agreement, year } = price;
  const origin = poolOrigin(price, shares);
  const use = poolUse(agreement, spendings, known, year);
  const solutions = solutionEffects(price, use);
  const beneficiaries = municipalityEffects(price, origin, use);
  const ofYear = (entries: readonly PoolEntry[]) => sumOre(amountsOf(entries, year));
  return {
    year,
    ...balance(price.pool, ofYear(agreement.carryOvers), ofYear(agreement.commitments), use.decided),
    origin,
    use,
    solutions,
    receivedByNew: amountUnder(undefined, use.targets),
    ...beneficiaries,
  };
}

function solutionEffects({ agreement, year, solutions }: YearPrice, use: PoolUse): SolutionEffect[] {
  const contributions = new Map(solutions.map(({ solution, pool }) => [solution, pool]));
  const named = [
    ...amountsNamed(agreement.carryOvers, year),
    ...amountsNamed(agreement.commitments, year),
    ...[...use.payers, ...use.targets].flatMap(({ name }) => name ?? []),
  ];
  const others = [...new Set(named)].filter((name) => !contributions.has(name)).sort(byCodePoint);
  return [...contributions.keys(), ...others].map((solution) => {
    const contributed = contributions.get(solution) ?? ZERO_ORE;
    const received = amountUnder(solution, use.targets);
    const bound = (entries: readonly PoolEntry[]) => sumOre(amountsOf(entries, year, solution));
    return {
      solution,
      ...balance(
        contributed,
        bound(agreement.carryOvers),
        bound(agreement.commitments),
        amountUnder(solution, use.payers),
      ),
      received,
      net: subtractOre(received, contributed),
    };
  });
}

function balance(contributed: Ore, carriedOver: Ore, committed: Ore, decided: Ore): PoolBalance {
  const pool = addOre(contributed, carriedOver);
  const free = subtractOre(subtractOre(pool, committed), decided);
  return { contributed, carriedOver, pool, committed, decided, free };
}

function amountsOf(entries: readonly PoolEntry[], year: number, solution?: string): Ore[] {
  const own = entries.filter(
    (entry) => entry.year === year && (solution === undefined || entry.solution === solution),
  );
  return own.map(({ amount }) => amount);
}

function amountsNamed(entries: readonly PoolEntry[], year: number): string[] {
  return entries.flatMap((entry) => (entry.year === year ? [entry.solution] : []));
}
