import { z } from 'zod';
import { FIGURE_NAMES } from '../../src/explanation/figure.ts';
import { idSchema, municipalityCodeSchema, yearSchema } from './primitives.ts';

/** The address of one figure in a price answer. */
export const figureAddressSchema = z.strictObject({
  year: yearSchema,
  figure: z.enum(FIGURE_NAMES),
  solution: idSchema.exactOptional(),
  component: idSchema.exactOptional(),
  municipality: municipalityCodeSchema.exactOptional(),
});
