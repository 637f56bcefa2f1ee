import { type Ore, subtractOre, sumOre, ZERO_ORE } from '../money/ore.ts';
import { invariant } from '../refusal.ts';
import type { MunicipalityShare } from '../sharing/year-shares.ts';
import type { ComparedShares } from './scenario-result.ts';

/** What a municipality pays in a year above the least that it pays in any compared scenario. */
export interface MunicipalityRegret {
  readonly year: number;
  readonly municipality: string;
  readonly regret: Ore;
}

/** The regret of one scenario. */
export interface ScenarioRegret {
  readonly scenario: string;
  readonly sum: Ore;
  /** The largest regret and whose it is: the earliest year, then the lowest code. Absent when nobody has any. */
  readonly largest?: MunicipalityRegret;
  /** By year and code, for the members of the scenario in that year. */
  readonly municipalities: readonly MunicipalityRegret[];
}

/**
 * The regret of every scenario (the baseline is one of them), in the order given. A scenario counts for a municipality
 * only in the years in which it is a member there; so in each year everybody has a scenario without regret.
 */
export function regrets(scenarios: readonly ComparedShares[]): ScenarioRegret[] {
  const least = leastAmounts(scenarios);
  return scenarios.map((scenario) => scenarioRegret(scenario, least));
}

function scenarioRegret(scenario: ComparedShares, least: ReadonlyMap<string, Ore>): ScenarioRegret {
  const municipalities = payments(scenario).map(({ year, payer, share }) => {
    const lowest = least.get(payer);
    invariant(lowest !== undefined, 'everybody who pays has a least amount');
    return { year, municipality: share.municipality, regret: subtractOre(share.amount, lowest) };
  });
  const largest = largestOf(municipalities);
  return {
    scenario: scenario.id,
    sum: sumOre(municipalities.map(({ regret }) => regret)),
    ...(largest === undefined ? {} : { largest }),
    municipalities,
  };
}

function leastAmounts(scenarios: readonly ComparedShares[]): Map<string, Ore> {
  const least = new Map<string, Ore>();
  for (const { payer, share } of scenarios.flatMap(payments)) {
    const lowest = least.get(payer);
    if (lowest === undefined || share.amount < lowest) least.set(payer, share.amount);
  }
  return least;
}

function payments(scenario: ComparedShares): { year: number; payer: string; share: MunicipalityShare }[] {
  return scenario.years.flatMap(({ year, municipalities }) =>
    municipalities.map((share) => ({ year, payer: `${year} ${share.municipality}`, share })),
  );
}

/** Years and codes are in order, so the first of the largest is the one that is named. */
function largestOf(municipalities: readonly MunicipalityRegret[]): MunicipalityRegret | undefined {
  let largest: MunicipalityRegret | undefined;
  for (const candidate of municipalities) {
    if (candidate.regret > (largest?.regret ?? ZERO_ORE)) largest = candidate;
  }
  return largest;
}
