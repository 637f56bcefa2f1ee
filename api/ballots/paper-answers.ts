import { z } from 'zod';
import { paperSchema } from '../../data/schema/ballot.ts';
import { BALLOT_STATES } from '../../src/prioritisation/ballot/ballot-state.ts';
import { storedSchema } from '../stored/stored-schema.ts';

export const paperAnswerSchema = paperSchema.extend({ stored: storedSchema }).meta({ id: 'BallotPaper' });

export const papersAnswerSchema = z
  .strictObject({
    ballot: z.string(),
    state: z.enum(BALLOT_STATES).meta({ description: 'Now: a ballot closes by itself at its moment' }),
    cast: z.int().meta({ description: 'How many voters have voted' }),
    items: z.array(paperAnswerSchema).meta({ description: 'The papers that you may see, by voter' }),
  })
  .meta({ id: 'BallotPapers' });

const decimalSchema = z.string();

export const resultAnswerSchema = z
  .strictObject({
    ballot: z.string(),
    cast: z.int().meta({ description: 'How many voters have voted' }),
    notCast: z
      .array(z.string())
      .exactOptional()
      .meta({ description: 'Municipalities that could have voted and did not' }),
    totals: z
      .array(
        z.strictObject({
          initiative: z.string(),
          votes: decimalSchema.meta({ description: 'The weight of those who give it more than nothing' }),
          points: decimalSchema.meta({ description: 'Σ weight · points' }),
        }),
      )
      .meta({ description: 'In the order of the ballot' }),
    selection: z
      .strictObject({
        budget: z.string(),
        utility: z.enum(['cost', 'score']),
        initiatives: z.array(
          z.strictObject({ id: z.string(), cost: z.string(), area: z.string().exactOptional() }),
        ),
        voters: z.array(
          z.strictObject({
            id: z.string(),
            weight: decimalSchema,
            approvals: z.record(z.string(), decimalSchema),
          }),
        ),
      })
      .meta({ description: 'A request of POST /v1/selections, but for its method' }),
  })
  .meta({ id: 'BallotResult' });

export type ResultAnswer = z.infer<typeof resultAnswerSchema>;
