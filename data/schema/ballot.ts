import { z } from 'zod';
import { BALLOT_ACTIONS } from '../../src/prioritisation/ballot/ballot-state.ts';
import {
  idSchema,
  momentSchema,
  municipalityCodeSchema,
  positiveMoneySchema,
  rateSchema,
  weightSchema,
  yearSchema,
} from './primitives.ts';

/** A ballot among council members or municipalities (*afstemning*), and the papers cast in it. */

const MOST_INITIATIVES = 500;

const titleSchema = z.string().min(1).max(200);

const electorateSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('body'), body: idSchema }),
    z.strictObject({ kind: z.literal('municipalities'), year: yearSchema }),
  ])
  .meta({
    description: 'Who may vote: the members of a body, or the municipalities that take part in a year',
  });

const formSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('approval') }),
    z.strictObject({
      kind: z.literal('score'),
      most: weightSchema
        .refine((text) => /[1-9]/.test(text), { error: 'weight_not_positive' })
        .meta({ description: 'Points can be given from 0 to this' }),
    }),
    z.strictObject({
      kind: z.literal('ranking'),
      rule: z.literal('borda').meta({
        description:
          'Of m initiatives the one at place r of a list gets m − r + 1 points, one that is not ranked 0',
      }),
    }),
  ])
  .meta({
    description: 'How votes are given: approvals, points, or a ranked list that becomes points by the rule',
  });

export const ballotFields = {
  title: titleSchema,
  agreement: idSchema,
  electorate: electorateSchema,
  weights: z
    .enum(['equal', 'population'])
    .meta({ description: 'One vote each, or by population; the latter for municipalities only' }),
  form: formSchema,
  secrecy: z
    .enum(['open', 'secret'])
    .meta({ description: '"secret": until the ballot is closed, only the voter sees what they voted' }),
  closesAt: momentSchema
    .exactOptional()
    .meta({ description: 'When it closes by itself; left out, the secretary closes it' }),
  budget: positiveMoneySchema.meta({ description: 'What there is to choose within' }),
  initiatives: z
    .array(
      z.strictObject({
        id: idSchema,
        title: titleSchema.exactOptional(),
        cost: positiveMoneySchema,
        area: idSchema.exactOptional(),
      }),
    )
    .min(1, { error: 'list_empty' })
    .max(MOST_INITIATIVES, { error: 'list_too_long' }),
};

const ballotSchema = z.strictObject(ballotFields);
export type BallotDocument = z.infer<typeof ballotSchema>;

const idsSchema = z.array(idSchema).max(MOST_INITIATIVES, { error: 'list_too_long' });

const paperFields = {
  approvals: idsSchema.exactOptional().meta({ description: 'Initiatives that the voter approves of' }),
  scores: z
    .record(idSchema, rateSchema)
    .refine((scores) => Object.keys(scores).length <= MOST_INITIATIVES, { error: 'list_too_long' })
    .exactOptional()
    .meta({ description: 'Points by initiative' }),
  ranking: idsSchema.exactOptional().meta({ description: 'Initiatives, the best first' }),
};

/** What a voter sends: the one of the three fields that the form of the ballot asks for. */
export const paperRequestSchema = z
  .strictObject({
    voter: z
      .union([municipalityCodeSchema, z.string().min(1).max(200)])
      .exactOptional()
      .meta({ description: 'Left out: whoever sends it, or their municipality' }),
    ...paperFields,
  })
  .refine(
    ({ approvals, scores, ranking }) =>
      [approvals, scores, ranking].filter((field) => field !== undefined).length === 1,
    { error: 'paper_one_field' },
  )
  .meta({ id: 'BallotPaperRequest' });

export type PaperRequest = z.infer<typeof paperRequestSchema>;

export const paperSchema = z.strictObject({
  voter: z.string(),
  ...paperFields,
});

export type PaperDocument = z.infer<typeof paperSchema>;

/** What the secretary does with a ballot. */
export const ballotActionSchema = z
  .strictObject({ action: z.enum(BALLOT_ACTIONS), reason: z.string().max(1000).exactOptional() })
  .meta({ id: 'BallotAction' });

export type BallotActionRequest = z.infer<typeof ballotActionSchema>;
