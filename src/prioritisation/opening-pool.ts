import type { PoolEntry } from '../agreement/agreement.ts';
import { danishKroner, englishKroner } from '../money/danish-figures.ts';
import { addOre, type Ore, subtractOre, sumOre } from '../money/ore.ts';
import type { SolutionPrice, YearPrice } from '../pricing/year-price.ts';
import { accepted, collect, invariant, type Refusal, type Result, refused } from '../refusal.ts';

/** What one solution's pool contribution opens with: reserved + carried over − committed. */
export interface OpeningContribution {
  readonly solution: string;
  readonly area: string;
  /** pool(s,y) of the price. */
  readonly reserved: Ore;
  readonly carriedOver: Ore;
  readonly committed: Ore;
  readonly opening: Ore;
}

/** What can be prioritised in a year; contributions in catalogue order. */
export interface OpeningPool {
  readonly year: number;
  readonly contributions: readonly OpeningContribution[];
  readonly total: Ore;
}

/**
 * pool(y) = Σ pool(s,y) + what earlier years left over − what earlier decisions have bound, in whole øre, for
 * each solution and for all. Refused where a solution is bound for more than it has, or where money is
 * left over from or bound in a solution that is not in the agreement that year. Model, section 5.
 */
export function openingPool(price: YearPrice): Result<OpeningPool> {
  const { agreement, year } = price;
  const strays = [...agreement.carryOvers, ...agreement.commitments].filter(
    (entry) => entry.year === year && !price.solutions.some(({ solution }) => solution === entry.solution),
  );
  if (strays.length > 0) return refused(...strays.map(entryOutsideAgreement));
  const contributions = collect(price.solutions.map((solution) => openingContribution(price, solution)));
  if (!contributions.ok) return contributions;
  return accepted({
    year,
    contributions: contributions.value,
    total: sumOre(contributions.value.map(({ opening }) => opening)),
  });
}

function openingContribution(
  { agreement, year }: YearPrice,
  { solution, pool }: SolutionPrice,
): Result<OpeningContribution> {
  const described = agreement.solutions.find((candidate) => candidate.solution === solution);
  invariant(described !== undefined, `the priced solution ${solution} is described in its agreement`);
  const carriedOver = amountOf(agreement.carryOvers, year, solution);
  const committed = amountOf(agreement.commitments, year, solution);
  const opening = subtractOre(addOre(pool, carriedOver), committed);
  if (opening < 0n) return refused(overcommitted(solution, year, committed, addOre(pool, carriedOver)));
  return accepted({ solution, area: described.area, reserved: pool, carriedOver, committed, opening });
}

function amountOf(entries: readonly PoolEntry[], year: number, solution: string): Ore {
  const own = entries.filter((entry) => entry.year === year && entry.solution === solution);
  return sumOre(own.map(({ amount }) => amount));
}

function overcommitted(solution: string, year: number, committed: Ore, available: Ore): Refusal {
  return {
    code: 'pool_overcommitted',
    path: [],
    message: {
      da: `Tidligere beslutninger binder ${danishKroner(committed)} af puljebidraget fra ${solution} i ${year}, men det er kun på ${danishKroner(available)}`,
      en: `Earlier decisions bind ${englishKroner(committed)} of the pool contribution of ${solution} in ${year}, but it holds only ${englishKroner(available)}.`,
    },
    remedy: {
      da: 'Sænk de bundne beløb, eller hæv løsningens reserverede andel.',
      en: "Lower the amounts that are bound, or raise the solution's reserved share.",
    },
  };
}

function entryOutsideAgreement({ solution, year }: PoolEntry): Refusal {
  return {
    code: 'pool_entry_outside_agreement',
    path: [],
    message: {
      da: `Der er bundet eller overført puljemidler i ${solution} i ${year}, men løsningen er ikke i aftalen det år.`,
      en: `Pool money is bound in or carried over to ${solution} in ${year}, but the solution is not in the agreement that year.`,
    },
    remedy: {
      da: 'Læg beløbet på en løsning, der er i aftalen, eller lad løsningen blive.',
      en: 'Put the amount on a solution that is in the agreement, or let the solution stay.',
    },
  };
}
