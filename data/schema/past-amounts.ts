import { z } from 'zod';
import {
  idSchema,
  municipalityCodeSchema,
  positiveMoneySchema,
  provenanceSchema,
  yearSchema,
} from './primitives.ts';

/** What was paid for one solution. */
export const pastSolutionSchema = z.strictObject({ solution: idSchema, amount: positiveMoneySchema });

const pastMunicipalitySchema = z.strictObject({
  municipality: municipalityCodeSchema,
  solutions: z.array(pastSolutionSchema).min(1, { error: 'list_empty' }),
});

/** What municipalities have in fact paid in a year (*faktiske beløb*); who or what is not named paid nothing. */
export const pastYearSchema = z
  .strictObject({
    year: yearSchema,
    municipalities: z.array(pastMunicipalitySchema).min(1, { error: 'list_empty' }),
    provenance: provenanceSchema,
  })
  .meta({
    id: 'PastYear',
    description:
      'What municipalities have in fact paid in a year, for each solution; caps, floors and comparisons of the year after look at it',
  });

export type PastYearDocument = z.infer<typeof pastYearSchema>;
