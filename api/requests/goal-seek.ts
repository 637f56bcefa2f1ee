import { z } from 'zod';
import { figureAddressSchema } from '../../data/schema/figure.ts';
import { idSchema, moneySchema, rateSchema } from '../../data/schema/primitives.ts';
import { scenarioSchema } from '../../scenarios/schema.ts';

export const pointerSchema = z
  .string()
  .max(200)
  .meta({
    description: 'JSON pointer (RFC 6901) to a number in a change of the scenario: what is varied',
    examples: ['/changes/0/rate'],
  });

/** A step upwards: above zero. */
export const stepSchema = rateSchema
  .regex(/^(?!-)(?=.*[1-9])/, { error: 'step_not_positive' })
  .meta({ description: 'Above zero, in the unit of the parameter: 0.0001, or 1000.00 kroner' });

const figureSchema = figureAddressSchema.meta({
  description:
    'A figure of the price answer: its name there, and the year, solution, component and municipality above it',
});

/** `POST /v1/goal-seek`. */
export const goalSeekRequestSchema = z
  .strictObject({
    scenario: scenarioSchema,
    parameter: z.strictObject({
      pointer: pointerSchema,
      from: rateSchema.meta({ description: 'The least value' }),
      to: rateSchema.meta({ description: 'The greatest value' }),
      step: stepSchema,
    }),
    figure: figureSchema,
    target: z.union([moneySchema, z.strictObject({ scenario: z.union([idSchema, scenarioSchema]) })]).meta({
      description: 'What the figure shall be: an amount, or what it is in another scenario (break-even)',
    }),
  })
  .meta({ id: 'GoalSeekRequest' });

export type GoalSeekRequest = z.infer<typeof goalSeekRequestSchema>;

/** `POST /v1/sensitivity`. */
export const sensitivityRequestSchema = z
  .strictObject({
    scenario: scenarioSchema,
    parameters: z
      .array(z.strictObject({ pointer: pointerSchema, step: stepSchema }))
      .min(1, { error: 'list_empty' })
      .max(50, { error: 'list_too_long' }),
    figure: figureSchema,
  })
  .meta({ id: 'SensitivityRequest' });

export type SensitivityRequest = z.infer<typeof sensitivityRequestSchema>;
