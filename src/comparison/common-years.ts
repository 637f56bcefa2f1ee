import { accepted, type Refusal, type Result, refused } from '../refusal.ts';
import type { ScenarioResult } from './scenario-result.ts';

/**
 * The years that the baseline and every scenario have, in order. Refused when there are none: `no_common_year`
 * at the first scenario that leaves none.
 */
export function commonYears(
  baseline: ScenarioResult,
  scenarios: readonly ScenarioResult[],
): Result<number[]> {
  let common = yearsOf(baseline);
  for (const [place, scenario] of scenarios.entries()) {
    const years = new Set(yearsOf(scenario));
    common = common.filter((year) => years.has(year));
    if (common.length === 0) return refused(noCommonYear(place, scenario));
  }
  return accepted(common.sort((first, second) => first - second));
}

function yearsOf(result: ScenarioResult): number[] {
  return result.prices.map(({ year }) => year);
}

function noCommonYear(place: number, scenario: ScenarioResult): Refusal {
  return {
    code: 'no_common_year',
    path: ['scenarios', place],
    message: {
      da: `Scenariet »${scenario.id}« har intet år tilfælles med basisscenariet og de scenarier, der står før det.`,
      en: `The scenario "${scenario.id}" has no year in common with the baseline and the scenarios before it.`,
    },
    remedy: {
      da: 'Vælg scenarier, hvis perioder overlapper, eller ret scenariets periode.',
      en: 'Choose scenarios whose years overlap, or change the years of the scenario.',
    },
  };
}
