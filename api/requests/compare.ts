import { z } from 'zod';
import { idSchema } from '../../data/schema/primitives.ts';
import { scenarioSchema } from '../../scenarios/schema.ts';
import { MOST_SCENARIOS } from '../../src/comparison/compared-list.ts';
import { COMPARE_TABLES } from '../csv/compare-tables.ts';

const referenceSchema = z
  .union([idSchema, scenarioSchema])
  .meta({ id: 'ScenarioReference', description: 'The id of a stored scenario, or the scenario itself' });

/** `POST /v1/compare`: any scenario as baseline, and those to hold against it. */
export const compareRequestSchema = z
  .strictObject({
    baseline: referenceSchema,
    scenarios: z
      .array(referenceSchema)
      .min(1, { error: 'list_empty' })
      .max(MOST_SCENARIOS, { error: 'list_too_long' }),
  })
  .meta({ id: 'CompareRequest' });

export const compareQuerySchema = z.strictObject({
  table: z.enum(COMPARE_TABLES).default('municipalities').meta({
    description: 'Which table of the answer the flat rows of text/csv are; JSON always holds all of them',
  }),
});
