import { setImmediate as letOthersIn } from 'node:timers/promises';
import { type Comparison, compare } from '../../src/comparison/compare.ts';
import { accepted, collect, invariant, type Refusal, type Result, refused } from '../../src/refusal.ts';
import { atPath } from './at-path.ts';
import { type Calculation, calculate } from './calculation.ts';
import type { Catalogue } from './catalogue.ts';
import {
  atReference,
  type ScenarioReference,
  type StackedScenario,
  stackScenario,
} from './stacked-scenario.ts';

/** Results side by side, and the hash of what each was computed from. */
export interface ComparedScenarios {
  readonly comparison: Comparison;
  readonly hashOf: (scenario: string) => string;
}

/** Some two seconds of work: more is refused rather than kept waiting for. */
const MOST_SCENARIO_YEARS = 400;

/**
 * Computes the baseline and every scenario and holds them against each other. Between two scenarios other
 * requests get their turn. Paths of refusals are counted from `{ baseline, scenarios }`.
 */
export async function compareScenarios(
  baseline: ScenarioReference,
  scenarios: readonly ScenarioReference[],
  catalogue: Catalogue,
): Promise<Result<ComparedScenarios>> {
  const places = [
    { reference: baseline, path: ['baseline'] },
    ...scenarios.map((reference, place) => ({ reference, path: ['scenarios', place] })),
  ];
  const stacked = collect(places.map((place) => stackAt(place, catalogue)));
  if (!stacked.ok) return stacked;
  if (scenarioYears(stacked.value) > MOST_SCENARIO_YEARS) return refused(TOO_LARGE);
  const results: Result<NamedCalculation>[] = [];
  for (const scenario of stacked.value) {
    results.push(calculateAt(scenario));
    await letOthersIn();
  }
  const calculated = collect(results);
  return calculated.ok ? compared(calculated.value) : calculated;
}

interface Place {
  readonly reference: ScenarioReference;
  readonly path: readonly (string | number)[];
}

interface PlacedScenario extends Place {
  readonly stacked: StackedScenario;
}

type NamedCalculation = Calculation & { readonly id: string };

function stackAt(place: Place, catalogue: Catalogue): Result<PlacedScenario> {
  const stacked = atPath(place.path, stackScenario(place.reference, catalogue));
  return stacked.ok ? accepted({ ...place, stacked: stacked.value }) : stacked;
}

function calculateAt(scenario: PlacedScenario): Result<NamedCalculation> {
  const { reference, path, stacked } = scenario;
  const result = atPath(path, atReference(reference, calculate(stacked)));
  // An inline scenario is called by where it stands, which no id can be taken for.
  const id = typeof reference === 'string' ? reference : `/${path.join('/')}`;
  return result.ok ? accepted({ ...result.value, id }) : result;
}

function compared([baseline, ...scenarios]: readonly NamedCalculation[]): Result<ComparedScenarios> {
  invariant(baseline !== undefined, 'the baseline has been calculated');
  const comparison = compare(baseline, scenarios);
  if (!comparison.ok) return comparison;
  const hashes = new Map([baseline, ...scenarios].map(({ id, hash }) => [id, hash]));
  return accepted({ comparison: comparison.value, hashOf: (id) => hashes.get(id) ?? '' });
}

function scenarioYears(scenarios: readonly PlacedScenario[]): number {
  return scenarios.reduce((sum, { stacked: { years } }) => sum + years.to - years.from + 1, 0);
}

const TOO_LARGE: Refusal = {
  code: 'comparison_too_large',
  path: ['scenarios'],
  message: {
    da: `Scenarierne dækker tilsammen over ${MOST_SCENARIO_YEARS} år.`,
    en: `The scenarios cover more than ${MOST_SCENARIO_YEARS} years together.`,
  },
  remedy: { da: 'Sammenlign færre år eller færre scenarier.', en: 'Compare fewer years or fewer scenarios.' },
};
