import { byCodePoint } from '../../../order.ts';
import type { Fraction } from '../fraction.ts';
import type { Prepared } from '../prepared.ts';
import type { Grant } from '../problem.ts';
import type { VoterReport } from './voter-reports.ts';

/** How evenly a selection serves the voters, each counted by weight. */
export interface Fairness {
  readonly meanUtility: Fraction;
  /** 0: all have the same utility; towards 1: one has all. Nothing when nobody has any. */
  readonly gini: Fraction;
  /** The share of the voters who have at least one chosen initiative. */
  readonly servedShare: Fraction;
  /** The mean of | share − fair share |, in øre for one unit of weight. */
  readonly distanceToFairShare: Fraction;
}

/** @param reports by group, as `voterReports` gives them */
export function fairnessOf({ electorate }: Prepared, reports: readonly VoterReport[]): Fairness {
  const { weights, totalWeight } = electorate;
  const whole = totalWeight || 1n;
  let [utility, served, distance] = [0n, 0n, 0n];
  reports.forEach((report, group) => {
    const weight = weights[group] ?? 0n;
    utility += weight * report.utility.numerator;
    if (report.supportedChosen > 0) served += weight;
    const difference = report.share.numerator - report.fairShare.numerator;
    distance += weight * (difference < 0n ? -difference : difference);
  });
  return {
    meanUtility: { numerator: utility, denominator: whole * (reports[0]?.utility.denominator ?? 1n) },
    gini: giniOf(
      reports.map((report, group) => ({ weight: weights[group] ?? 0n, utility: report.utility.numerator })),
    ),
    servedShare: { numerator: served, denominator: whole },
    distanceToFairShare: { numerator: distance, denominator: whole * (reports[0]?.share.denominator ?? 1n) },
  };
}

/**
 * Σ | u − u′ | · m · m′ over all pairs / ( Σ m · Σ m · u ): sorted by utility, each is compared with the weight and the utility that
 * came before it.
 */
function giniOf(voters: readonly { readonly weight: bigint; readonly utility: bigint }[]): Fraction {
  const sorted = voters.toSorted((first, second) =>
    first.utility === second.utility ? 0 : first.utility < second.utility ? -1 : 1,
  );
  let [weightBefore, utilityBefore, differences] = [0n, 0n, 0n];
  for (const { weight, utility } of sorted) {
    differences += weight * (utility * weightBefore - utilityBefore);
    weightBefore += weight;
    utilityBefore += weight * utility;
  }
  if (utilityBefore === 0n) return { numerator: 0n, denominator: 1n };
  return { numerator: differences, denominator: weightBefore * utilityBefore };
}

/** Spending of one area beside the votes for its initiatives. */
export interface AreaReport {
  /** Absent: initiatives that name no area. */
  readonly area?: string;
  readonly spending: bigint;
  /** In the electorate's units of weight. */
  readonly votes: bigint;
}

/** By area, by code point; those without an area last. */
export function areaReports({ problem, votes }: Prepared, grants: readonly Grant[]): AreaReport[] {
  const amountOf = new Map(grants.map(({ place, amount }) => [place, amount]));
  const places = problem.candidates.map((_, place) => place);
  const byArea = Map.groupBy(places, (place) => problem.candidates[place]?.area);
  const areas = [...byArea.keys()].filter((area) => area !== undefined).sort(byCodePoint);
  const sum = (numbers: readonly bigint[]) => numbers.reduce((total, number) => total + number, 0n);
  return [...areas, ...(byArea.has(undefined) ? [undefined] : [])].map((area) => {
    const members = byArea.get(area) ?? [];
    return {
      ...(area !== undefined && { area }),
      spending: sum(members.map((place) => amountOf.get(place) ?? 0n)),
      votes: sum(members.map((place) => votes[place] ?? 0n)),
    };
  });
}
