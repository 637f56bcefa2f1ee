import { z } from 'zod';
import { idSchema, rateSchema } from '../../data/schema/primitives.ts';
import { initiativeSchema, proposalSchema } from '../../data/schema/proposal.ts';
import { ruleSetSchema } from '../../rules/schema.ts';
import { PLAN_TABLES } from '../csv/plan-tables.ts';
import { namesOneScenario, ONE_SCENARIO, scenarioFields } from './scenario-reference.ts';

const MOST_PROPOSALS = 10;
const MOST_METHODS = 5;
const MOST_INITIATIVES = 200;
const MOST_ASKED = 5;
const MOST_CRITERIA = 5;
const LONGEST_SECONDS = 60;

const methodSchema = z
  .strictObject({
    method: z.enum(['optimum', 'greedy', 'equal-shares']),
    utility: z
      .enum(['cost', 'cardinality', 'score'])
      .default('score')
      .meta({ description: 'Equal Shares: `score` is the part that a municipality has in the benefit' }),
    completion: z.enum(['none', 'greedy', 'add1', 'add1-greedy']).default('greedy'),
    tieBreak: z.enum(['cost-votes-id', 'id']).default('cost-votes-id'),
    timeLimitSeconds: z
      .number({ error: 'time_limit_range' })
      .positive({ error: 'time_limit_range' })
      .max(LONGEST_SECONDS, { error: 'time_limit_range' })
      .default(10),
    sensitivity: z
      .strictObject({
        criteria: z
          .array(idSchema)
          .min(1, { error: 'list_empty' })
          .max(MOST_CRITERIA, { error: 'list_too_long' }),
        step: rateSchema
          .refine((text) => !text.startsWith('-') && /[1-9]/.test(text), { error: 'step_not_positive' })
          .default('0.01'),
      })
      .exactOptional()
      .meta({
        description: 'How many steps the weight of a criterion can move before the chosen set is another one',
      }),
  })
  .meta({ id: 'ComparedMethod' });

/** `POST /v1/prioritisations/compare`: proposals and methods on one scenario. */
export const planComparisonRequestSchema = z
  .strictObject({
    ...scenarioFields,
    proposals: z
      .array(z.union([idSchema, proposalSchema]))
      .max(MOST_PROPOSALS, { error: 'list_too_long' })
      .default([])
      .meta({ description: 'Ids of kept proposals, or proposals' }),
    methods: z.array(methodSchema).max(MOST_METHODS, { error: 'list_too_long' }).default([]),
    initiatives: z
      .union([
        z.literal('all'),
        z.array(z.union([idSchema, initiativeSchema])).max(MOST_INITIATIVES, { error: 'list_too_long' }),
      ])
      .exactOptional()
      .meta({
        description:
          'What methods choose among: all kept initiatives of the agreement, or these; left out: those of the proposals',
      }),
    inPlace: z
      .array(idSchema)
      .max(100, { error: 'list_too_long' })
      .default([])
      .meta({ description: 'Initiatives of earlier years that count as funded, for methods' }),
    body: idSchema
      .exactOptional()
      .meta({ description: 'Whose choice a method makes; left out: the body that decides' }),
    carryOver: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether what is left of a year is there in the next' }),
    ruleSet: z.union([idSchema, ruleSetSchema]).exactOptional(),
    ask: z
      .array(idSchema)
      .max(MOST_ASKED, { error: 'list_too_long' })
      .default([])
      .meta({ description: 'Initiatives of which is told what would have to change for them to be in' }),
  })
  .refine(namesOneScenario, { error: 'scenario_or_id' })
  .refine(({ proposals, methods }) => proposals.length + methods.length > 0, {
    error: 'list_empty',
    path: ['proposals'],
  })
  .meta({ id: 'PlanComparisonRequest', ...ONE_SCENARIO });

export type PlanComparisonRequest = z.infer<typeof planComparisonRequestSchema>;
export type ComparedMethod = PlanComparisonRequest['methods'][number];

export const planComparisonQuerySchema = z.strictObject({
  table: z.enum(PLAN_TABLES).default('initiatives').meta({
    description: 'Which table of the answer the flat rows of text/csv are; JSON always holds all of them',
  }),
});
