import { z } from 'zod';
import { idSchema, municipalityCodeSchema, rateSchema, yearSchema } from '../../data/schema/primitives.ts';
import { amountSchema } from './answer-primitives.ts';
import { reportAnswerSchema } from './report-schema.ts';

const perCitizenSchema = amountSchema.meta({ description: 'For showing only; never a term of further sums' });

const yearOnYearSchema = z
  .strictObject({
    basis: z.enum(['actual', 'computed']).meta({
      description: 'Whether the year before was in fact paid so, or is what the model computes for it',
    }),
    before: amountSchema.meta({ description: 'The amount of the year before' }),
    difference: amountSchema.meta({ description: 'This year minus the year before' }),
    change: rateSchema.exactOptional().meta({
      description:
        'The difference as a fraction of the year before, to six decimals; absent when that is zero',
    }),
  })
  .meta({
    id: 'YearOnYear',
    description: 'Absent where the year before is not known, or the municipality did not pay in it',
  });

/** The answer of `GET /v1/reports/municipality`. */
export const municipalityReportAnswerSchema = reportAnswerSchema(
  z
    .strictObject({
      year: yearSchema,
      municipality: municipalityCodeSchema,
      population: z.int(),
      amount: amountSchema,
      perCitizen: perCitizenSchema,
      perCitizenOfAll: perCitizenSchema.meta({
        description: 'What all pay together, per citizen of them all',
      }),
      cheaperMembers: z.int().meta({ description: 'How many members pay less per citizen' }),
      members: z.int(),
      sinceYearBefore: yearOnYearSchema.exactOptional(),
      solutions: z
        .array(
          z.strictObject({
            solution: idSchema,
            amount: amountSchema,
            sinceYearBefore: yearOnYearSchema.exactOptional(),
          }),
        )
        .meta({ description: 'Paid for in this year or in the year before' }),
    })
    .meta({ id: 'MunicipalityYear' }),
).meta({ id: 'MunicipalityReport' });

export type MunicipalityReportAnswer = z.infer<typeof municipalityReportAnswerSchema>;
