import { z } from 'zod';
import { positiveMoneySchema, rateSchema, weightSchema } from './primitives.ts';

/** The request of `POST /v1/selections`; contract, defined in selection. */

const MOST_INITIATIVES = 500;
const MOST_VOTERS = 100_000;
const MOST_GROUPS = 500;
const MOST_RESOURCES = 100;
const MOST_FLIPS = 50;
const DEFAULT_TIME_LIMIT_SECONDS = 10;
const LONGEST_TIME_LIMIT_SECONDS = 300;

const idSchema = z
  .string({ error: 'selection_id_form' })
  .min(1, { error: 'selection_id_form' })
  .max(200, { error: 'selection_id_form' });

const idsSchema = z.array(idSchema).max(MOST_INITIATIVES, { error: 'list_too_long' });

const notNegativeSchema = rateSchema.refine((text) => !text.startsWith('-'), { error: 'value_negative' });

const resourcesSchema = z
  .record(idSchema, notNegativeSchema)
  .refine((resources) => Object.keys(resources).length <= MOST_RESOURCES, { error: 'list_too_long' });

const initiativeSchema = z.strictObject({
  id: idSchema,
  cost: positiveMoneySchema,
  benefit: notNegativeSchema
    .meta({ description: 'What the optimum maximises; without voters, what greedy goes by' })
    .exactOptional(),
  area: idSchema.meta({ description: 'Counts as spending of this area' }).exactOptional(),
  dependsOn: idsSchema.exactOptional(),
  excludes: idsSchema.exactOptional(),
  resources: resourcesSchema.exactOptional(),
  minShare: rateSchema
    .regex(/^(0(\.\d+)?|1(\.0+)?)$/, { error: 'share_range' })
    .meta({ description: 'The least share of the cost at which part funding makes sense; 1 when absent' })
    .exactOptional(),
});

const voterSchema = z.strictObject({
  id: idSchema,
  weight: weightSchema
    .refine((text) => /[1-9]/.test(text), { error: 'weight_not_positive' })
    .meta({ description: '1 when absent' })
    .exactOptional(),
  endowment: positiveMoneySchema.exactOptional(),
  approvals: z
    .record(idSchema, notNegativeSchema)
    .meta({ description: 'Utility by initiative; 0 is no support' })
    .exactOptional(),
});

const countSchema = z.int({ error: 'count_form' }).min(0, { error: 'count_form' }).max(MOST_INITIATIVES, {
  error: 'count_form',
});

const groupSchema = z
  .strictObject({
    id: idSchema.exactOptional(),
    initiatives: idsSchema,
    atLeast: countSchema.exactOptional(),
    atMost: countSchema.exactOptional(),
  })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, {
    error: 'group_without_bound',
  });

const constraintsSchema = z.strictObject({
  limits: resourcesSchema.meta({ description: 'How much of each resource there is' }).exactOptional(),
  must: idsSchema.exactOptional(),
  mustNot: idsSchema.exactOptional(),
  groups: z.array(groupSchema).max(MOST_GROUPS, { error: 'list_too_long' }).exactOptional(),
});

const explainSchema = z.strictObject({
  flips: z
    .array(idSchema)
    .max(MOST_FLIPS, { error: 'list_too_long' })
    .meta({ description: 'Initiatives whose smallest decisive change of budget, cost and votes is wanted' })
    .exactOptional(),
  frontier: z
    .boolean()
    .meta({ description: 'The chosen set as the budget grows from nothing to the cost of everything' })
    .exactOptional(),
  payments: z
    .boolean()
    .meta({ description: 'Who paid how much; when absent, given for up to 1,000 voters' })
    .exactOptional(),
});

export const selectionRequestSchema = z
  .strictObject({
    budget: positiveMoneySchema,
    initiatives: z.array(initiativeSchema).max(MOST_INITIATIVES, { error: 'list_too_long' }),
    voters: z.array(voterSchema).max(MOST_VOTERS, { error: 'list_too_long' }).exactOptional(),
    constraints: constraintsSchema.exactOptional(),
    method: z.enum(['optimum', 'greedy', 'equal-shares']),
    utility: z.enum(['cost', 'cardinality', 'score']).default('cost'),
    completion: z.enum(['none', 'greedy', 'add1', 'add1-greedy']).default('none'),
    add1Step: positiveMoneySchema
      .refine((text) => /[1-9]/.test(text), { error: 'step_not_positive' })
      .default('1.00'),
    tieBreak: z.enum(['cost-votes-id', 'id']).default('cost-votes-id'),
    timeLimitSeconds: z
      .number({ error: 'time_limit_range' })
      .positive({ error: 'time_limit_range' })
      .max(LONGEST_TIME_LIMIT_SECONDS, { error: 'time_limit_range' })
      .default(DEFAULT_TIME_LIMIT_SECONDS),
    explain: explainSchema.default({}),
  })
  .meta({ id: 'SelectionRequest' });

export type SelectionRequest = z.infer<typeof selectionRequestSchema>;
