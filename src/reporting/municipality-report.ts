import { type Difference, difference } from '../comparison/difference.ts';
import { matched } from '../comparison/matching.ts';
import { type Exact, ratio } from '../money/exact.ts';
import { type Ore, sumOre, ZERO_ORE } from '../money/ore.ts';
import type { PaidYear } from '../sharing/paid-year.ts';
import { perCitizen } from '../sharing/per-citizen.ts';
import type { MunicipalityShare, YearShares } from '../sharing/year-shares.ts';

export type Basis = 'actual' | 'computed';

/** What an amount of a year has become since the year before. */
export interface YearOnYear {
  /** The year before as `baseline`, this year as `scenario`. */
  readonly difference: Difference;
  /** The difference as a fraction of the year before; absent where that is zero. */
  readonly change?: Exact;
  /** Whether the year before was in fact paid so, or is what the model computes for it. */
  readonly basis: Basis;
}

/** What a municipality pays for one solution. */
export interface MunicipalitySolution {
  readonly solution: string;
  readonly amount: Ore;
  /** Absent as in the year. */
  readonly sinceYearBefore?: YearOnYear;
}

/** One municipality (*kommune*) in one year: what it pays, against the year before and against the others. */
export interface MunicipalityYear {
  readonly year: number;
  readonly population: bigint;
  readonly amount: Ore;
  /** Øre per citizen (*borgerpris*), for showing only, like the two that follow. */
  readonly perCitizen: Ore;
  /** What all members pay together, per citizen of them all. */
  readonly perCitizenOfAll: Ore;
  /** How many members pay less per citizen than it does, and how many members there are. */
  readonly cheaperMembers: number;
  readonly members: number;
  /** Absent where the year before is not known, or the municipality did not pay in it. */
  readonly sinceYearBefore?: YearOnYear;
  /** Those that it pays for in this year or paid for in the year before, in catalogue order of this year, then by id. */
  readonly solutions: readonly MunicipalitySolution[];
}

/**
 * What one municipality pays in each year in which it is a member.
 *
 * @param years consecutive years in order; the first may be there only as the year before the second
 * @param actual what was in fact paid in a year: the year before is that where it is known, else as computed
 */
export function municipalityReport(
  years: readonly YearShares[],
  municipality: string,
  actual: (year: number) => PaidYear | undefined = () => undefined,
): MunicipalityYear[] {
  return years.flatMap((year, place) => {
    const share = shareIn(year, municipality);
    if (share === undefined) return [];
    const paid = actual(year.year - 1);
    const basis = paid === undefined ? 'computed' : 'actual';
    return [municipalityYear(year, share, paid ?? years[place - 1], basis)];
  });
}

function municipalityYear(
  { year, solutions, municipalities }: YearShares,
  share: MunicipalityShare,
  yearBefore: PaidYear | undefined,
  basis: Basis,
): MunicipalityYear {
  const before = yearBefore && shareIn(yearBefore, share.municipality);
  const own = perCitizen(share.amount, share.population);
  const citizens = municipalities.reduce((total, { population }) => total + population, 0n);
  return {
    year,
    population: share.population,
    amount: share.amount,
    perCitizen: own,
    perCitizenOfAll: perCitizen(sumOre(municipalities.map(({ amount }) => amount)), citizens),
    cheaperMembers: municipalities.filter((other) => paysLessPerCitizen(other, share)).length,
    members: municipalities.length,
    ...(before && { sinceYearBefore: yearOnYear(before.amount, share.amount, basis) }),
    solutions: solutionsOf(
      paidSolutions(solutions, share),
      yearBefore && before && paidSolutions(yearBefore.solutions, before),
      basis,
    ),
  };
}

/** Compared exactly, not by the rounded prices per citizen. */
function paysLessPerCitizen(other: MunicipalityShare, share: MunicipalityShare): boolean {
  return other.amount * share.population < share.amount * other.population;
}

interface PaidSolution {
  readonly solution: string;
  readonly amount: Ore;
}

function paidSolutions(solutions: readonly string[], { amounts }: Payer): PaidSolution[] {
  return solutions.flatMap((solution, place) => {
    const amount = amounts[place] ?? ZERO_ORE;
    return amount === ZERO_ORE ? [] : [{ solution, amount }];
  });
}

function solutionsOf(
  paid: readonly PaidSolution[],
  before: readonly PaidSolution[] | undefined,
  basis: Basis,
): MunicipalitySolution[] {
  if (before === undefined) return [...paid];
  const order = new Map(paid.map(({ solution }, place) => [solution, place]));
  const placeOf = (solution: string) => order.get(solution) ?? paid.length;
  return matched(before, paid, ({ solution }) => solution)
    .map(({ id, baseline, scenario }) => ({
      solution: id,
      amount: scenario?.amount ?? ZERO_ORE,
      sinceYearBefore: yearOnYear(baseline?.amount, scenario?.amount, basis),
    }))
    .toSorted((first, second) => placeOf(first.solution) - placeOf(second.solution));
}

function yearOnYear(before: Ore | undefined, now: Ore | undefined, basis: Basis): YearOnYear {
  const found = difference(before, now);
  if (found.baseline === ZERO_ORE) return { difference: found, basis };
  return { difference: found, change: ratio(found.difference, found.baseline), basis };
}

type Payer = PaidYear['municipalities'][number];

function shareIn<Share extends Payer>(
  { municipalities }: { readonly municipalities: readonly Share[] },
  code: string,
): Share | undefined {
  return municipalities.find(({ municipality }) => municipality === code);
}
