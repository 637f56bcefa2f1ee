import fc from 'fast-check';
import type { Scenario } from '../../src/scenario/scenario.ts';

/** Scenarios that build on each other, the base first; changes are told apart by their text. */
export interface ScenarioChain {
  readonly scenarios: readonly (Scenario<string> & { readonly id: string })[];
  readonly lookUp: (id: string) => Scenario<string> | undefined;
}

export const scenarioChainArb: fc.Arbitrary<ScenarioChain> = fc
  .array(fc.array(fc.string(), { maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((lists) => {
    const scenarios = lists.map((changes, place) => ({
      id: `s${place}`,
      agreement: 'any',
      years: { from: 2026 + place, to: 2030 },
      ...(place === 0 ? {} : { basedOn: `s${place - 1}` }),
      changes,
    }));
    const byId = new Map(scenarios.map(({ id, ...scenario }) => [id, scenario]));
    return { scenarios, lookUp: (id) => byId.get(id) };
  });
