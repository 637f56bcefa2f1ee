import { z } from 'zod';
import { idSchema, municipalityCodeSchema, yearSchema } from '../../data/schema/primitives.ts';
import { CHARGE_BASES } from '../../src/reporting/charges.ts';
import { amountSchema } from './answer-primitives.ts';
import { reportAnswerSchema } from './report-schema.ts';

const shownAmountSchema = amountSchema.meta({
  description: 'For showing only; never a term of further sums',
});
const countSchema = z.string().meta({ description: 'A decimal as text', examples: ['531300', '2.5'] });

const chargeSchema = z.strictObject({
  basis: z.enum(CHARGE_BASES).meta({
    description:
      'What the key counts: citizens, citizens above a threshold, municipalities, named units, or weights',
  }),
  unit: z
    .string()
    .exactOptional()
    .meta({ examples: ['pupils'] }),
  threshold: z.int().exactOptional(),
  amount: amountSchema.meta({
    description: 'The part of the price charged by it; the parts sum to the price',
  }),
  count: countSchema,
  each: shownAmountSchema,
});

const solutionSchema = z
  .strictObject({
    solution: idSchema,
    price: amountSchema,
    population: z.int().meta({ description: 'Citizens of the municipalities that the key gives weight to' }),
    perCitizen: shownAmountSchema,
    charges: z.array(chargeSchema),
    limited: z.boolean().meta({
      description: 'The key limits the change from the year before, so that not everybody pays these prices',
    }),
  })
  .meta({ id: 'PriceListSolution' });

const municipalitySchema = z
  .strictObject({
    municipality: municipalityCodeSchema,
    population: z.int(),
    amount: amountSchema,
    perCitizen: shownAmountSchema,
    solutions: z.array(
      z.strictObject({
        solution: idSchema,
        amount: amountSchema,
        perCitizen: shownAmountSchema,
        units: z.array(z.strictObject({ unit: z.string(), count: countSchema })),
      }),
    ),
  })
  .meta({ id: 'PriceListMunicipality' });

/** The answer of `GET /v1/reports/price-list`. */
export const priceListAnswerSchema = reportAnswerSchema(
  z.strictObject({
    year: yearSchema,
    price: amountSchema,
    population: z.int(),
    perCitizen: shownAmountSchema,
    solutions: z.array(solutionSchema),
    municipalities: z.array(municipalitySchema),
  }),
).meta({ id: 'PriceListAnswer' });

export type PriceListAnswer = z.infer<typeof priceListAnswerSchema>;
