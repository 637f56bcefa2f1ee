import type { z } from 'zod';
import { idSchema } from '../../data/schema/primitives.ts';
import { scenarioSchema } from '../../scenarios/schema.ts';
import { invariant } from '../../src/refusal.ts';
import type { ScenarioReference } from '../calculation/stacked-scenario.ts';

/** The two ways in which a request can name its scenario: inline, or by the id of a stored one. */
export const scenarioFields = {
  scenario: scenarioSchema.exactOptional(),
  scenarioId: idSchema.exactOptional(),
};

type ScenarioFields = z.infer<z.ZodObject<typeof scenarioFields>>;

/**
 * Exactly one of the two is given: for `refine`, which a JSON schema cannot show, and `meta`, which it can.
 */
export function namesOneScenario({ scenario, scenarioId }: ScenarioFields): boolean {
  return (scenario === undefined) !== (scenarioId === undefined);
}

export const ONE_SCENARIO = { oneOf: [{ required: ['scenario'] }, { required: ['scenarioId'] }] };

/** The scenario that a checked request names, and where in the body it stands. */
export function scenarioOf({ scenario, scenarioId }: ScenarioFields): {
  readonly reference: ScenarioReference;
  readonly field: 'scenario' | 'scenarioId';
} {
  if (scenario !== undefined) return { reference: scenario, field: 'scenario' };
  invariant(scenarioId !== undefined, 'a checked request names one scenario');
  return { reference: scenarioId, field: 'scenarioId' };
}
