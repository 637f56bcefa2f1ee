import { z } from 'zod';
import { idSchema, municipalityCodeSchema, yearSchema } from '../../data/schema/primitives.ts';
import { amountSchema } from './answer-primitives.ts';
import { reportAnswerSchema } from './report-schema.ts';
import { recipientSchema } from './simulation-schema.ts';

const balance = {
  contributed: amountSchema,
  carriedOver: amountSchema.meta({ description: 'Left over from the year before, as the scenario says' }),
  pool: amountSchema,
  committed: amountSchema.meta({ description: 'Bound by what the scenario takes as given' }),
  decided: amountSchema.meta({ description: 'Bound by the decisions that are kept' }),
  free: amountSchema.meta({ description: 'Below zero: more is bound than there is' }),
};

const solutionAmountSchema = z.strictObject({ solution: idSchema, amount: amountSchema });

const originSchema = z
  .strictObject({
    perCitizen: amountSchema,
    solutions: z.array(solutionAmountSchema),
    municipalities: z.array(
      z.strictObject({
        municipality: municipalityCodeSchema,
        population: z.int(),
        amount: amountSchema,
        perCitizen: amountSchema,
        solutions: z.array(solutionAmountSchema),
      }),
    ),
  })
  .meta({
    id: 'PoolOrigin',
    description: 'Where the pool came from; rows and columns sum to what was contributed',
  });

const useSchema = z
  .strictObject({
    recipients: z.array(
      z.strictObject({
        recipient: recipientSchema,
        title: z.string().exactOptional(),
        area: idSchema.exactOptional(),
        target: idSchema.exactOptional().meta({ description: 'The solution built on; left out: a new one' }),
        amount: amountSchema,
        benefit: amountSchema
          .exactOptional()
          .meta({ description: "What it is said to give in the year, in the year's prices" }),
        decisions: z.array(idSchema),
      }),
    ),
    areas: z.array(z.strictObject({ area: idSchema.exactOptional(), amount: amountSchema })),
    payers: z.array(solutionAmountSchema),
    targets: z.array(z.strictObject({ solution: idSchema.exactOptional(), amount: amountSchema })),
  })
  .meta({ id: 'PoolUse', description: 'Where the pool went; each list sums to what was decided' });

const effect = {
  received: amountSchema,
  net: amountSchema.meta({ description: 'received − contributed' }),
};

/** The answer of `GET /v1/reports/pool`. */
export const poolAnswerSchema = reportAnswerSchema(
  z
    .strictObject({
      year: yearSchema,
      ...balance,
      origin: originSchema,
      use: useSchema,
      solutions: z.array(z.strictObject({ solution: idSchema, ...balance, ...effect })),
      receivedByNew: amountSchema.meta({ description: 'Decided for what builds on no solution there is' }),
      municipalities: z.array(
        z.strictObject({
          municipality: municipalityCodeSchema,
          contributed: amountSchema,
          ...effect,
          benefit: amountSchema,
        }),
      ),
      unattributed: amountSchema.meta({ description: 'Decided for what nobody has said who benefits from' }),
    })
    .meta({
      id: 'PoolYear',
      description: 'contributed + carriedOver = pool = committed + decided + free',
    }),
).meta({ id: 'PoolAnswer' });

export type PoolAnswer = z.infer<typeof poolAnswerSchema>;
