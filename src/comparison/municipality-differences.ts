import { type Exact, ratio } from '../money/exact.ts';
import type { Ore } from '../money/ore.ts';
import { perCitizen } from '../sharing/per-citizen.ts';
import type { MunicipalityShare, YearShares } from '../sharing/year-shares.ts';
import { type BandName, bandOf } from './bands.ts';
import { type Difference, difference, type Presence } from './difference.ts';
import { type Match, matched } from './matching.ts';

export interface MunicipalityDifference {
  readonly municipality: string;
  readonly presence: Presence;
  /** The population that the comparison counts: the baseline's where the municipality is a member there. */
  readonly citizens: bigint;
  readonly amount: Difference;
  /** Øre per citizen (*borgerpris*), each rounded by itself: shown, never summed. */
  readonly perCitizen: Difference;
  /** The difference as a fraction of the baseline's amount; absent when that amount is zero. */
  readonly change?: Exact;
  /** Absent for a municipality that is a member in only one of the results: it neither gains nor loses. */
  readonly band?: BandName;
}

/** Every municipality that is a member in at least one of two results of the same year, by code. */
export function municipalityDifferences(
  baseline: YearShares,
  scenario: YearShares,
): MunicipalityDifference[] {
  return matched(baseline.municipalities, scenario.municipalities, (share) => share.municipality).map(
    municipalityDifference,
  );
}

function municipalityDifference(match: Match<MunicipalityShare>): MunicipalityDifference {
  const amount = difference(match.baseline?.amount, match.scenario?.amount);
  const change = changeOf(amount);
  return {
    municipality: match.id,
    presence: match.presence,
    citizens: match.known.population,
    amount,
    perCitizen: difference(perCitizenOf(match.baseline), perCitizenOf(match.scenario)),
    ...(change === undefined ? {} : { change }),
    ...(match.presence === 'both'
      ? { band: change === undefined ? bandFromNothing(amount) : bandOf(change) }
      : {}),
  };
}

function changeOf(amount: Difference): Exact | undefined {
  return amount.baseline === 0n ? undefined : ratio(amount.difference, amount.baseline);
}

/** A rise from nothing is larger than any percentage. */
function bandFromNothing(amount: Difference): BandName {
  return amount.difference === 0n ? 'unchanged' : 'rises-5-or-more';
}

function perCitizenOf(share: MunicipalityShare | undefined): Ore | undefined {
  return share && perCitizen(share.amount, share.population);
}
