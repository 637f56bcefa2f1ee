import { z } from 'zod';
import { hashSchema, noteSchema } from './answer-primitives.ts';

/** What every report has around its years. */
export function reportAnswerSchema<Year extends z.ZodType>(year: Year) {
  return z.strictObject({
    hash: hashSchema.meta({
      description: 'Names everything the report was made from: same hash, same bytes',
    }),
    restsOnExampleFigures: z.boolean(),
    notes: z.array(noteSchema),
    years: z.array(year),
  });
}
