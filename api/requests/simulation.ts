import { z } from 'zod';
import { idSchema, yearSchema } from '../../data/schema/primitives.ts';
import { proposalsSchema } from '../../data/schema/proposal.ts';
import { ruleSetSchema } from '../../rules/schema.ts';
import { namesOneScenario, ONE_SCENARIO, scenarioFields } from './scenario-reference.ts';

/** `POST /v1/simulations`: proposals that meet the rules of a year. */
export const simulationRequestSchema = z
  .strictObject({
    ...scenarioFields,
    year: yearSchema.meta({ description: 'One of the years of the scenario' }),
    proposals: proposalsSchema,
    ruleSet: z.union([idSchema, ruleSetSchema]).exactOptional().meta({
      description: "The id of a loaded rule set, or a rule set; left out: the scenario's own, or the model's",
    }),
  })
  .refine(namesOneScenario, { error: 'scenario_or_id' })
  .meta({ id: 'SimulationRequest', ...ONE_SCENARIO });

export type SimulationRequest = z.infer<typeof simulationRequestSchema>;
