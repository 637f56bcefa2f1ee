import { z } from 'zod';
import { idSchema, municipalityCodeSchema, rateSchema, yearSchema } from '../../data/schema/primitives.ts';
import { BANDS } from '../../src/comparison/bands.ts';
import { WATERFALL_STEPS } from '../../src/comparison/waterfall.ts';
import { amountSchema, hashSchema } from './answer-primitives.ts';

const nameSchema = z.string().meta({
  description:
    'Id of a stored scenario, or where an inline one stands in the request: `/baseline`, `/scenarios/0`',
});

const differenceSchema = z
  .strictObject({ baseline: amountSchema, scenario: amountSchema, difference: amountSchema })
  .meta({ id: 'Difference', description: 'A figure in both results, and scenario minus baseline' });

const presenceSchema = z
  .enum(['both', 'baseline-only', 'scenario-only'])
  .meta({ description: 'Part of both results or of one only; a figure that is not there counts as zero' });

const parts = {
  indexation: differenceSchema,
  efficiency: differenceSchema,
  membership: differenceSchema,
  baseBudget: differenceSchema,
  pool: differenceSchema,
};

const municipalityDifferenceSchema = z
  .strictObject({
    municipality: municipalityCodeSchema,
    presence: presenceSchema,
    citizens: z.int(),
    amount: differenceSchema,
    perCitizen: differenceSchema,
    change: rateSchema.exactOptional().meta({
      description: 'The difference as a fraction of the baseline, to six decimals; absent when that is zero',
    }),
    band: z.enum(BANDS.map(({ band }) => band)).exactOptional(),
  })
  .meta({ id: 'MunicipalityDifference' });

const group = { municipalities: z.int(), citizens: z.int(), difference: amountSchema };

const winnersAndLosersSchema = z
  .strictObject({
    bands: z.array(z.strictObject({ band: z.enum(BANDS.map(({ band }) => band)), ...group })),
    leaving: z.strictObject(group).meta({ description: 'Members in the baseline only' }),
    entering: z.strictObject(group).meta({ description: 'Members in the scenario only' }),
  })
  .meta({ id: 'WinnersAndLosers' });

const waterfallSchema = z
  .strictObject({
    from: amountSchema,
    steps: z.array(z.strictObject({ step: z.enum(WATERFALL_STEPS), amount: amountSchema })),
    to: amountSchema,
    baseBudget: amountSchema,
    pool: amountSchema,
  })
  .meta({
    id: 'Waterfall',
    description: 'from + steps = to; baseBudget + pool is the same difference by what it is for',
  });

const yearDifferenceSchema = z
  .strictObject({
    year: yearSchema,
    basePriceSum: differenceSchema,
    ...parts,
    agreementPrice: differenceSchema,
    solutions: z.array(
      z.strictObject({
        solution: idSchema,
        presence: presenceSchema,
        basePrice: differenceSchema,
        ...parts,
        price: differenceSchema,
      }),
    ),
    municipalities: z.array(municipalityDifferenceSchema),
    winnersAndLosers: winnersAndLosersSchema,
    waterfall: waterfallSchema,
  })
  .meta({ id: 'YearDifference' });

const regret = { year: yearSchema, municipality: municipalityCodeSchema, regret: amountSchema };

const namedHash = z.strictObject({ scenario: nameSchema, hash: hashSchema });

/** The answer of `POST /v1/compare`; contract. */
export const compareAnswerSchema = z
  .strictObject({
    baseline: namedHash,
    years: z.array(yearSchema).meta({ description: 'The years that all results have' }),
    scenarios: z.array(namedHash.extend({ years: z.array(yearDifferenceSchema) })),
    dominance: z
      .array(z.strictObject({ dominating: nameSchema, dominated: nameSchema, cheaperFor: z.int() }))
      .meta({ description: 'Dearer for no municipality in any year, cheaper for some' }),
    regret: z.array(
      z.strictObject({
        scenario: nameSchema,
        sum: amountSchema,
        largest: z.strictObject(regret).exactOptional(),
        municipalities: z.array(z.strictObject(regret)),
      }),
    ),
  })
  .meta({ id: 'CompareAnswer' });

export type CompareAnswer = z.infer<typeof compareAnswerSchema>;
