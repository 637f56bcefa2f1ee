import { z } from 'zod';
import { rateSchema } from '../../data/schema/primitives.ts';
import { kronerFromOre } from '../../src/money/ore.ts';
import type { FoundGoal } from '../calculation/found-goal.ts';
import { amountSchema, hashSchema } from './answer-primitives.ts';

const valuedFigureSchema = z.strictObject({ value: rateSchema, figure: amountSchema }).meta({
  id: 'ValuedFigure',
  description: 'A value of the parameter, and the figure that was computed with it',
});

/** The answer of `POST /v1/goal-seek`. */
export const goalSeekAnswerSchema = z
  .strictObject({
    hash: hashSchema.meta({ description: 'Names the scenario that was varied' }),
    target: amountSchema,
    solutions: z
      .array(
        z.strictObject({
          kind: z.enum(['met', 'crossed']).meta({
            description:
              'met: every value from the first to the last gives the target; crossed: no value gives it, the figure is on ' +
              'one side at the first value and on the other at the next',
          }),
          first: valuedFigureSchema,
          last: valuedFigureSchema,
        }),
      )
      .meta({ description: 'By value; empty when none of the values that were tried is on the other side' }),
    values: z.int().meta({ description: 'How many values the range has' }),
    tried: z.int().meta({ description: 'With how many of them the figure was computed' }),
    complete: z
      .boolean()
      .meta({ description: 'Whether all were; else two meetings close to each other may be missed' }),
    least: valuedFigureSchema,
    most: valuedFigureSchema,
  })
  .meta({ id: 'GoalSeekAnswer' });

export type GoalSeekAnswer = z.infer<typeof goalSeekAnswerSchema>;

export function goalSeekAnswer({
  hash,
  target,
  search,
  count,
  valueAt,
  figureAt,
}: FoundGoal): GoalSeekAnswer {
  const at = (place: number) => ({ value: valueAt(place), figure: kronerFromOre(figureAt(place)) });
  const { meetings, tried } = search;
  const best = (isBetter: (one: bigint, other: bigint) => boolean) =>
    tried.reduce((best, place) => (isBetter(figureAt(place), figureAt(best)) ? place : best));
  return {
    hash,
    target: kronerFromOre(target),
    solutions: meetings.map(({ kind, first, last }) => ({ kind, first: at(first), last: at(last) })),
    values: count,
    tried: tried.length,
    complete: tried.length === count,
    least: at(best((one, other) => one < other)),
    most: at(best((one, other) => one > other)),
  };
}
