import { z } from 'zod';
import { figureAddressSchema } from '../../data/schema/figure.ts';
import { namesOneScenario, ONE_SCENARIO, scenarioFields } from './scenario-reference.ts';

/** `POST /v1/explanations`: a scenario, and the figure of its price answer that is asked about. */
export const explanationRequestSchema = z
  .strictObject({
    ...scenarioFields,
    figure: figureAddressSchema.meta({
      description:
        'A figure of the price answer: its name there, and the year, solution, component and municipality above it',
    }),
  })
  .refine(namesOneScenario, { error: 'scenario_or_id' })
  .meta({ id: 'ExplanationRequest', ...ONE_SCENARIO });
