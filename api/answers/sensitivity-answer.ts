import { z } from 'zod';
import { rateSchema } from '../../data/schema/primitives.ts';
import { kronerFromOre, type Ore, subtractOre } from '../../src/money/ore.ts';
import type { Sensitivity } from '../calculation/sensitivity.ts';
import { amountSchema, hashSchema } from './answer-primitives.ts';

const sideSchema = z
  .strictObject({
    value: rateSchema,
    figure: amountSchema
      .exactOptional()
      .meta({ description: 'Left out where this value cannot stand there' }),
    difference: amountSchema
      .exactOptional()
      .meta({ description: 'Of the figure from what the scenario gives' }),
  })
  .meta({ id: 'SensitivitySide' });

/** The answer of `POST /v1/sensitivity`. */
export const sensitivityAnswerSchema = z
  .strictObject({
    hash: hashSchema.meta({ description: 'Names the scenario' }),
    figure: amountSchema.meta({ description: 'What the scenario itself gives' }),
    parameters: z
      .array(
        z.strictObject({
          pointer: z.string(),
          value: rateSchema.meta({ description: 'What stands in the scenario' }),
          below: sideSchema,
          above: sideSchema,
          span: amountSchema.meta({
            description: 'From the lower to the higher figure: the bar of a tornado',
          }),
          elasticity: rateSchema.exactOptional().meta({
            description:
              'By how many percent the figure moves when the parameter moves by one; left out where either is zero',
          }),
        }),
      )
      .meta({ description: 'The one that moves the figure most first' }),
  })
  .meta({ id: 'SensitivityAnswer' });

export type SensitivityAnswer = z.infer<typeof sensitivityAnswerSchema>;

export function sensitivityAnswer({ hash, figure, effects }: Sensitivity): SensitivityAnswer {
  const side = ({ value, figure: there }: { readonly value: string; readonly figure?: Ore }) => ({
    value,
    ...(there !== undefined && {
      figure: kronerFromOre(there),
      difference: kronerFromOre(subtractOre(there, figure)),
    }),
  });
  return {
    hash,
    figure: kronerFromOre(figure),
    parameters: effects.map(({ pointer, value, below, above, span, elasticity }) => ({
      pointer,
      value,
      below: side(below),
      above: side(above),
      span: kronerFromOre(span),
      ...(elasticity !== undefined && { elasticity }),
    })),
  };
}
