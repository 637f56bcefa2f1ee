import { type Ore, sumOre } from '../money/ore.ts';
import { BANDS, type BandName } from './bands.ts';
import type { MunicipalityDifference } from './municipality-differences.ts';

/** How many municipalities and citizens a group holds, and what they pay more (or less) together. */
export interface GroupCount {
  readonly municipalities: number;
  readonly citizens: bigint;
  readonly difference: Ore;
}

/** The differences of all groups together are the difference in price. */
export interface WinnersAndLosers {
  /** Members in both results by percentage change, from the largest fall to the largest rise. */
  readonly bands: readonly (GroupCount & { readonly band: BandName })[];
  /** Members in the baseline only. */
  readonly leaving: GroupCount;
  /** Members in the scenario only. */
  readonly entering: GroupCount;
}

export function winnersAndLosers(differences: readonly MunicipalityDifference[]): WinnersAndLosers {
  const groups = Map.groupBy(differences, ({ band, presence }) => band ?? presence);
  const count = (group: BandName | MunicipalityDifference['presence']) => groupCount(groups.get(group) ?? []);
  return {
    bands: BANDS.map(({ band }) => ({ band, ...count(band) })),
    leaving: count('baseline-only'),
    entering: count('scenario-only'),
  };
}

function groupCount(group: readonly MunicipalityDifference[]): GroupCount {
  return {
    municipalities: group.length,
    citizens: group.reduce((citizens, municipality) => citizens + municipality.citizens, 0n),
    difference: sumOre(group.map(({ amount }) => amount.difference)),
  };
}
