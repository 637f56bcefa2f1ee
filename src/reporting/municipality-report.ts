import { type Difference, difference } from '../comparison/difference.ts';
import { matched } from '../comparison/matching.ts';
import { type Exact, ratio } from '../money/exact.ts';
import { type Ore, sumOre, ZERO_ORE } from '../money/ore.ts';
import { perCitizen } from '../sharing/per-citizen.ts';
import type { MunicipalityShare, YearShares } from '../sharing/year-shares.ts';

/** What an amount of a year has become since the year before. */
export interface YearOnYear {
  /** The year before as `baseline`, this year as `scenario`. */
  readonly difference: Difference;
  /** The difference as a fraction of the year before; absent where that is zero. */
  readonly change?: Exact;
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
  /** Absent where the year before was not shared, or the municipality was not a member in it. */
  readonly sinceYearBefore?: YearOnYear;
  /** Those that it pays for in this year or paid for in the year before, in catalogue order of this year, then by id. */
  readonly solutions: readonly MunicipalitySolution[];
}

/**
 * What one municipality pays in each year in which it is a member.
 *
 * @param years consecutive years in order; the first may be there only as the year before the second
 */
export function municipalityReport(years: readonly YearShares[], municipality: string): MunicipalityYear[] {
  return years.flatMap((year, place) => {
    const share = shareIn(year, municipality);
    if (share === undefined) return [];
    return [municipalityYear(year, share, years[place - 1])];
  });
}

function municipalityYear(
  { year, solutions, municipalities }: YearShares,
  share: MunicipalityShare,
  yearBefore: YearShares | undefined,
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
    ...(before && { sinceYearBefore: yearOnYear(before.amount, share.amount) }),
    solutions: solutionsOf(
      paidSolutions(solutions, share),
      yearBefore && before && paidSolutions(yearBefore.solutions, before),
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

function paidSolutions(solutions: readonly string[], { amounts }: MunicipalityShare): PaidSolution[] {
  return solutions.flatMap((solution, place) => {
    const amount = amounts[place] ?? ZERO_ORE;
    return amount === ZERO_ORE ? [] : [{ solution, amount }];
  });
}

function solutionsOf(
  paid: readonly PaidSolution[],
  before: readonly PaidSolution[] | undefined,
): MunicipalitySolution[] {
  if (before === undefined) return [...paid];
  const order = new Map(paid.map(({ solution }, place) => [solution, place]));
  const placeOf = (solution: string) => order.get(solution) ?? paid.length;
  return matched(before, paid, ({ solution }) => solution)
    .map(({ id, baseline, scenario }) => ({
      solution: id,
      amount: scenario?.amount ?? ZERO_ORE,
      sinceYearBefore: yearOnYear(baseline?.amount, scenario?.amount),
    }))
    .toSorted((first, second) => placeOf(first.solution) - placeOf(second.solution));
}

function yearOnYear(before: Ore | undefined, now: Ore | undefined): YearOnYear {
  const found = difference(before, now);
  if (found.baseline === ZERO_ORE) return { difference: found };
  return { difference: found, change: ratio(found.difference, found.baseline) };
}

function shareIn({ municipalities }: YearShares, code: string): MunicipalityShare | undefined {
  return municipalities.find(({ municipality }) => municipality === code);
}
