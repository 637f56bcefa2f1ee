import { z } from 'zod';
import { idSchema, municipalityCodeSchema, yearSchema } from '../../data/schema/primitives.ts';
import { amountSchema, hashSchema, noteSchema } from './answer-primitives.ts';

const parts = {
  indexation: amountSchema,
  efficiency: amountSchema,
  membership: amountSchema,
  baseBudget: amountSchema,
  pool: amountSchema,
};

const solutionPriceSchema = z
  .strictObject({
    solution: idSchema,
    basePrice: amountSchema,
    ...parts,
    price: amountSchema,
    components: z.array(z.strictObject({ component: idSchema, amount: amountSchema })),
  })
  .meta({ id: 'SolutionPrice' });

const municipalityShareSchema = z
  .strictObject({
    municipality: municipalityCodeSchema,
    population: z.int(),
    amount: amountSchema,
    perCitizen: amountSchema.meta({ description: 'For showing only; never a term of further sums' }),
    solutions: z.array(z.strictObject({ solution: idSchema, amount: amountSchema })),
  })
  .meta({ id: 'MunicipalityShare' });

const yearPriceSchema = z
  .strictObject({
    year: yearSchema,
    basePriceSum: amountSchema,
    ...parts,
    agreementPrice: amountSchema,
    solutions: z.array(solutionPriceSchema),
    municipalities: z.array(municipalityShareSchema),
  })
  .meta({
    id: 'YearPrice',
    description: 'basePriceSum + indexation − efficiency + membership = agreementPrice = baseBudget + pool',
  });

/** The answer of `POST /v1/price`; contract. */
export const priceAnswerSchema = z
  .strictObject({
    hash: hashSchema.meta({
      description: 'Names everything the answer was computed from: same hash, same bytes',
    }),
    restsOnExampleFigures: z.boolean(),
    notes: z.array(noteSchema),
    years: z.array(yearPriceSchema),
    seal: hashSchema.meta({ description: 'SHA-256 of the canonical JSON of the answer without this field' }),
  })
  .meta({ id: 'PriceAnswer' });
