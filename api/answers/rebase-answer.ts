import { z } from 'zod';
import { scenarioSchema } from '../../scenarios/schema.ts';

/** The answer of `POST /v1/scenarios/rebase`. */
export const rebaseAnswerSchema = z
  .strictObject({
    scenario: scenarioSchema,
    conflicts: z
      .array(
        z.strictObject({
          target: z.string().meta({ examples: ['reservedShare/ky'] }),
          settings: z.array(
            z.strictObject({
              scenario: z
                .string()
                .nullable()
                .meta({ description: 'Id of the scenario that sets it; null: the rebased one' }),
              value: z.string(),
            }),
          ),
        }),
      )
      .meta({ description: 'What the layers set differently; the last layer wins' }),
  })
  .meta({ id: 'RebaseAnswer' });

export type RebaseAnswer = z.infer<typeof rebaseAnswerSchema>;
