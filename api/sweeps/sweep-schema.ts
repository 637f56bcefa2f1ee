import { z } from 'zod';
import { figureAddressSchema } from '../../data/schema/figure.ts';
import { bilingualSchema, moneySchema, rateSchema } from '../../data/schema/primitives.ts';
import { scenarioSchema } from '../../scenarios/schema.ts';
import { DETAILS } from '../../sweeps/sweep.ts';
import { amountSchema, hashSchema } from '../answers/answer-primitives.ts';
import { pointerSchema, stepSchema } from '../requests/goal-seek.ts';
import { storedSchemas } from '../stored/stored-schema.ts';

const MOST_PARAMETERS = 20;

const steps = { from: rateSchema, to: rateSchema, step: stepSchema };

const valuesSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('list'),
      values: z.array(rateSchema).min(1, { error: 'list_empty' }).max(1000, { error: 'list_too_long' }),
    }),
    z.strictObject({ kind: z.literal('range'), ...steps }),
    z.strictObject({ kind: z.literal('uniform'), ...steps }),
    z.strictObject({ kind: z.literal('normal'), ...steps, mean: rateSchema, deviation: stepSchema }),
    z.strictObject({ kind: z.literal('triangular'), ...steps, mode: rateSchema }),
  ])
  .meta({
    id: 'SweepValues',
    description:
      'The exact decimals that a parameter takes; in a sample a distribution says how likely each is, and what is drawn beyond an end counts at it',
  });

const coefficientSchema = rateSchema.regex(/^-?(0(\.\d+)?|1(\.0+)?)$/, { error: 'share_range' });

const fields = {
  scenario: scenarioSchema,
  parameters: z
    .array(z.strictObject({ pointer: pointerSchema, values: valuesSchema }))
    .min(1, { error: 'list_empty' })
    .max(MOST_PARAMETERS, { error: 'list_too_long' }),
  sample: z
    .strictObject({
      points: z.int({ error: 'count_form' }).min(1, { error: 'count_form' }),
      seed: z.int({ error: 'count_form' }).min(0, { error: 'count_form' }).max(0x7fff_ffff),
      correlations: z
        .array(
          z.strictObject({ first: z.int().min(0), second: z.int().min(0), coefficient: coefficientSchema }),
        )
        .max(190, { error: 'list_too_long' })
        .exactOptional()
        .meta({
          description:
            'Pairs of parameters by their places in the list, as wage and price that rise together',
        }),
    })
    .exactOptional()
    .meta({ description: 'So many draws; left out: the grid of all combinations' }),
  detail: z
    .enum(DETAILS)
    .meta({ description: 'How finely to look: what is split over municipalities takes longer' }),
  bounds: z
    .array(
      z.strictObject({
        figure: figureAddressSchema,
        side: z.enum(['above', 'below']),
        amount: moneySchema,
      }),
    )
    .max(100, { error: 'list_too_long' })
    .exactOptional()
    .meta({ description: 'Figures of which to say how often they lie above or below an amount' }),
};

const computedSchema = z.strictObject({
  hash: hashSchema.meta({ description: 'Of the scenario whose changes are varied' }),
  agreement: hashSchema.meta({ description: 'Of the agreement as it was when the sweep was made' }),
  inherited: scenarioSchema.shape.changes.meta({ description: 'Changes of the scenarios that it builds on' }),
  points: z.int(),
  chunkPoints: z
    .int()
    .meta({ description: 'How many points are computed, and repeated after a failure, together' }),
});

/** What a client sends, and what is kept and answered: with what it is computed from. */
export const sweepSchemas = storedSchemas(['Sweep', 'Sweeps'], fields, { computed: computedSchema });

export type SweepRequest = z.infer<z.ZodObject<typeof fields>>;

const distributionSchema = z.strictObject({
  year: z.int(),
  figure: z.string(),
  solution: z.string().exactOptional(),
  municipality: z.string().exactOptional(),
  points: z.int().meta({ description: 'In how many of the points the figure is there' }),
  mean: amountSchema,
  least: amountSchema,
  most: amountSchema,
  percentiles: z.record(z.string(), amountSchema).meta({
    description:
      'By percent: the amount that so many of the points do not exceed, low by less than one part in 8,000',
  }),
});

/** The answer of `GET /v1/sweeps/{id}/result`. */
export const sweepResultSchema = z
  .strictObject({
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    failure: z
      .strictObject({ code: z.string(), message: bilingualSchema, remedy: bilingualSchema })
      .exactOptional()
      .meta({ description: 'Why it failed' }),
    points: z.int(),
    done: z.int().meta({ description: 'Points computed so far' }),
    refused: z
      .int()
      .meta({ description: 'Points among them that cannot be priced; they count in no figure' }),
    figures: z.array(distributionSchema),
    bounds: z.array(
      z.strictObject({
        figure: figureAddressSchema,
        side: z.enum(['above', 'below']),
        amount: amountSchema,
        crossed: z.int(),
        probability: rateSchema.meta({ description: 'Crossed out of the points that could be priced' }),
      }),
    ),
  })
  .meta({ id: 'SweepResult' });

export type SweepResult = z.infer<typeof sweepResultSchema>;
