import { z } from 'zod';
import { idSchema } from '../../data/schema/primitives.ts';
import { scenarioSchema } from '../../scenarios/schema.ts';

/** `POST /v1/scenarios/rebase`: a scenario, and what to put it on top of. */
export const rebaseRequestSchema = z
  .strictObject({
    scenario: scenarioSchema,
    onto: idSchema.nullable().meta({ description: 'The new base, or null for the agreement itself' }),
  })
  .meta({ id: 'RebaseRequest' });
