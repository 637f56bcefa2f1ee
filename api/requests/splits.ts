import { z } from 'zod';
import { moneySchema, weightSchema } from '../../data/schema/primitives.ts';

const MOST_COLUMNS = 100;
const LONGEST_ID = 80;

const nameSchema = z
  .string({ error: 'split_id_form' })
  .min(1, { error: 'split_id_form' })
  .max(LONGEST_ID, { error: 'split_id_form' });

/** `POST /v1/splits`: amounts to be split over rows by weight. */
export const splitsRequestSchema = z
  .strictObject({
    columns: z
      .array(
        z.strictObject({
          id: nameSchema,
          amount: moneySchema,
          weights: z
            .record(nameSchema, weightSchema)
            .meta({ description: 'Weight by row id; a row that is not named weighs zero in the column' }),
        }),
      )
      .min(1, { error: 'list_empty' })
      .max(MOST_COLUMNS, { error: 'list_too_long' }),
    method: z.enum(['two-way', 'largest-remainder']).default('two-way').meta({
      description: 'Exact in both directions, or every column by itself',
    }),
  })
  .meta({ id: 'SplitsRequest' });

export type SplitsRequest = z.infer<typeof splitsRequestSchema>;
