import { accepted, type Refusal, type Result, refused } from '../refusal.ts';
import type { ScenarioResult } from './scenario-result.ts';

/** The most scenarios that are held against one baseline at a time. */
export const MOST_SCENARIOS = 50;

/** Refuses, in this order: `no_scenarios`, `too_many_scenarios`, `duplicate_scenario` (the baseline's id counts). */
export function checkComparedList(
  baseline: ScenarioResult,
  scenarios: readonly ScenarioResult[],
): Result<readonly ScenarioResult[]> {
  if (scenarios.length === 0) return refused(NO_SCENARIOS);
  if (scenarios.length > MOST_SCENARIOS) return refused(TOO_MANY_SCENARIOS);
  const repeated = scenarios.flatMap(({ id }, place) =>
    [baseline, ...scenarios.slice(0, place)].some((earlier) => earlier.id === id)
      ? [duplicateScenario(place, id)]
      : [],
  );
  return repeated.length > 0 ? refused(...repeated) : accepted(scenarios);
}

const NO_SCENARIOS: Refusal = {
  code: 'no_scenarios',
  path: ['scenarios'],
  message: {
    da: 'Der er ikke angivet nogen scenarier at sammenligne med basisscenariet.',
    en: 'No scenarios are given to hold against the baseline.',
  },
  remedy: { da: 'Angiv mindst ét scenarie.', en: 'Give at least one scenario.' },
};

const TOO_MANY_SCENARIOS: Refusal = {
  code: 'too_many_scenarios',
  path: ['scenarios'],
  message: {
    da: `Der kan højst sammenlignes ${MOST_SCENARIOS} scenarier ad gangen.`,
    en: `At most ${MOST_SCENARIOS} scenarios can be compared at a time.`,
  },
  remedy: { da: 'Del sammenligningen op.', en: 'Divide the comparison into several.' },
};

function duplicateScenario(place: number, id: string): Refusal {
  return {
    code: 'duplicate_scenario',
    path: ['scenarios', place],
    message: {
      da: `Scenariet »${id}« indgår allerede i sammenligningen.`,
      en: `The scenario "${id}" is already part of the comparison.`,
    },
    remedy: { da: 'Nævn hvert scenarie én gang.', en: 'Name each scenario once.' },
  };
}
