import { z } from 'zod';
import { PRICE_TABLES } from '../csv/price-tables.ts';
import { namesOneScenario, ONE_SCENARIO, scenarioFields } from './scenario-reference.ts';

/** `POST /v1/price`: the scenario to be priced. */
export const priceRequestSchema = z
  .strictObject(scenarioFields)
  .refine(namesOneScenario, { error: 'scenario_or_id' })
  .meta({ id: 'PriceRequest', ...ONE_SCENARIO });

export const priceQuerySchema = z.strictObject({
  table: z.enum(PRICE_TABLES).default('shares').meta({
    description: 'Which table of the answer the flat rows of text/csv are; JSON always holds all of them',
  }),
});
