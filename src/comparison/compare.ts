import { accepted, invariant, type Result } from '../refusal.ts';
import { commonYears } from './common-years.ts';
import { checkComparedList } from './compared-list.ts';
import { type Dominance, dominances } from './dominance.ts';
import { regrets, type ScenarioRegret } from './regret.ts';
import type { ScenarioResult } from './scenario-result.ts';
import { type YearDifference, type YearResult, yearDifference } from './year-difference.ts';

/** One scenario held against the baseline in every common year. */
export interface ScenarioDifference {
  readonly scenario: string;
  readonly years: readonly YearDifference[];
}

/** Results side by side. Model, section 6. */
export interface Comparison {
  readonly baseline: string;
  /** The years that all results have. */
  readonly years: readonly number[];
  /** In the order given. */
  readonly scenarios: readonly ScenarioDifference[];
  /** Among all results, the baseline included. */
  readonly dominance: readonly Dominance[];
  /** Of every result, the baseline first. */
  readonly regret: readonly ScenarioRegret[];
}

/**
 * Holds 1 to 50 scenarios against a baseline in the years that all of them have. Any result may be the baseline.
 *
 * Refused: `no_scenarios`, `too_many_scenarios`, `duplicate_scenario`, `no_common_year`; paths are counted from
 * `{ baseline, scenarios }`.
 */
export function compare(baseline: ScenarioResult, scenarios: readonly ScenarioResult[]): Result<Comparison> {
  const list = checkComparedList(baseline, scenarios);
  if (!list.ok) return list;
  const years = commonYears(baseline, scenarios);
  return years.ok ? accepted(comparison(baseline, scenarios, years.value)) : years;
}

function comparison(
  baseline: ScenarioResult,
  scenarios: readonly ScenarioResult[],
  years: readonly number[],
): Comparison {
  const compared = [baseline, ...scenarios].map((result) => ({
    id: result.id,
    years: years.map((year) => yearOf(result, year).shares),
  }));
  return {
    baseline: baseline.id,
    years,
    scenarios: scenarios.map((scenario) => ({
      scenario: scenario.id,
      years: years.map((year) => yearDifference(yearOf(baseline, year), yearOf(scenario, year))),
    })),
    dominance: dominances(compared),
    regret: regrets(compared),
  };
}

function yearOf(result: ScenarioResult, year: number): YearResult {
  const price = result.prices.find((candidate) => candidate.year === year);
  const shares = result.shares.find((candidate) => candidate.year === year);
  invariant(price !== undefined && shares !== undefined, `${result.id} has a price and shares for ${year}`);
  return { price, shares };
}
