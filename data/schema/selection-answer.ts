import { z } from 'zod';

/** The answer of `POST /v1/selections`; contract, defined in selection. */

const idsSchema = z.array(z.string());

/** Kroner as everywhere, but sums may be longer than a single amount of a request. */
const moneySchema = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ description: 'Kroner with exactly two decimals as text', examples: ['1234.50'] });

/** An exact fraction, and the decimal nearest to it. */
const exactSchema = z
  .strictObject({
    exact: z.string().meta({ description: 'In lowest terms', examples: ['5000000/49'] }),
    decimal: z.string(),
  })
  .meta({ id: 'ExactNumber' });

const decimalSchema = z.string().meta({ description: 'A decimal as text', examples: ['0.25'] });

const amountOfSchema = z.strictObject({ initiative: z.string(), amount: moneySchema });

const reasonSchema = z
  .strictObject({
    kind: z.enum([
      'must-not',
      'depends-on',
      'excluded-by',
      'group-full',
      'limit',
      'support',
      'money',
      'rivals',
      'unproven',
    ]),
    missing: z
      .string()
      .exactOptional()
      .meta({ description: 'Kroner that were missing; with `limit` how much of the resource' }),
    initiatives: idsSchema.exactOptional().meta({ description: 'What it waits for, or is excluded by' }),
    rivals: z.array(amountOfSchema).exactOptional().meta({ description: 'Where the money went instead' }),
    resource: z.string().exactOptional(),
    pointer: z.string().exactOptional().meta({ description: 'The constraint in the request' }),
  })
  .meta({ id: 'SelectionReason', description: 'What was missing for an initiative that is not chosen' });

const initiativeSchema = z
  .strictObject({
    id: z.string(),
    chosen: z.boolean(),
    cost: moneySchema,
    amount: moneySchema.meta({
      description: 'What it is given, whole øre; less than the cost in part funding',
    }),
    votes: decimalSchema,
    value: decimalSchema.meta({ description: 'What the method goes by: total utility or benefit' }),
    place: z.int().exactOptional().meta({ description: 'Place in the order chosen, from 1' }),
    stage: z
      .enum(['must', 'free', 'shares', 'completion', 'greedy', 'optimum'])
      .exactOptional()
      .meta({ description: 'Which part of the method chose it' }),
    round: z.int().exactOptional().meta({ description: 'Round of Equal Shares, from 1' }),
    rho: exactSchema
      .exactOptional()
      .meta({ description: 'Equal Shares: kroner for one unit of utility (`cost`: for one krone)' }),
    ratio: exactSchema.exactOptional().meta({ description: 'Greedy: value for one krone' }),
    payments: z
      .array(z.strictObject({ voter: z.string(), amount: moneySchema }))
      .exactOptional()
      .meta({ description: 'Who paid how much; sums to the cost' }),
    reason: reasonSchema.exactOptional(),
    effectiveSupport: decimalSchema.exactOptional().meta({
      description:
        'The share of its price that its supporters could have paid, 0 to 1; where voters do not pay, of all they bring',
    }),
  })
  .meta({ id: 'SelectionInitiative' });

const voterSchema = z
  .strictObject({
    id: z.string(),
    weight: decimalSchema,
    endowment: moneySchema,
    spent: moneySchema.exactOptional().meta({ description: 'Equal Shares' }),
    utility: decimalSchema,
    supportedChosen: z.int(),
    share: decimalSchema.meta({
      description: 'Σ cost / votes of what it supports and is chosen, for a weight of 1',
    }),
    fairShare: decimalSchema.meta({ description: 'min( B/n, Σ cost / votes of all it supports )' }),
  })
  .meta({ id: 'SelectionVoter' });

const fairnessSchema = z
  .strictObject({
    meanUtility: decimalSchema,
    gini: decimalSchema.meta({ description: 'Of utility: 0 when all have the same' }),
    servedShare: decimalSchema.meta({
      description: 'Share of the voters with at least one chosen initiative',
    }),
    distanceToFairShare: decimalSchema.meta({ description: 'Mean of | share − fair share |, kroner' }),
    areas: z.array(
      z.strictObject({
        area: z.string().nullable(),
        spending: moneySchema,
        spendingShare: decimalSchema,
        votes: decimalSchema,
        votesShare: decimalSchema,
      }),
    ),
  })
  .meta({ id: 'SelectionFairness' });

const flipSchema = z
  .strictObject({
    initiative: z.string(),
    chosen: z.boolean().meta({ description: 'As things are' }),
    change: z.enum(['more-budget', 'less-budget', 'cost', 'votes', 'benefit']),
    outcome: z.enum(['turns', 'never', 'out-of-time']),
    now: decimalSchema,
    at: decimalSchema.exactOptional().meta({ description: 'Turned at this value: the method was run' }),
    justBelow: decimalSchema
      .exactOptional()
      .meta({ description: 'Not yet turned one step nearer to now: the method was run' }),
  })
  .meta({
    id: 'SelectionFlip',
    description: 'The smallest change that turns a loser into a winner or the reverse',
  });

const frontierSchema = z
  .strictObject({
    complete: z.boolean().meta({ description: 'False: changes may be missing, or time ran out' }),
    points: z.array(
      z.strictObject({
        budget: moneySchema.meta({ description: 'From this budget on, up to the next point' }),
        possible: z.boolean(),
        selected: idsSchema,
        cost: moneySchema,
        benefit: decimalSchema,
      }),
    ),
  })
  .meta({ id: 'SelectionFrontier' });

const tieSchema = z.strictObject({
  chosen: z.string(),
  over: z.array(z.strictObject({ initiative: z.string(), by: z.enum(['cost', 'votes', 'id']) })),
});

export const selectionAnswerSchema = z
  .strictObject({
    method: z.enum(['optimum', 'greedy', 'equal-shares']),
    goesBy: z.enum(['benefit', 'utility']).meta({ description: 'What `benefit` and `value` count' }),
    selected: idsSchema.meta({ description: 'In the order chosen; with the optimum by id' }),
    budget: moneySchema,
    cost: moneySchema,
    left: moneySchema,
    benefit: decimalSchema,
    benefitExact: z.string().exactOptional().meta({ description: 'The fraction, where it is no decimal' }),
    proven: z.boolean().exactOptional(),
    bound: decimalSchema.exactOptional(),
    gap: decimalSchema.exactOptional().meta({ description: 'bound − benefit' }),
    cheapest: z.boolean().exactOptional().meta({ description: 'Proved that no equally good set costs less' }),
    timeLimitSeconds: z.number(),
    raises: z.int().exactOptional().meta({ description: 'How often `add1` raised the endowments' }),
    initiatives: z.array(initiativeSchema).meta({ description: 'Sorted by id' }),
    voters: z.array(voterSchema).meta({ description: 'Sorted by id' }),
    fairness: fairnessSchema.exactOptional().meta({ description: 'Where there are voters' }),
    constraints: z.strictObject({
      met: z.boolean(),
      broken: z.array(z.strictObject({ kind: z.string(), pointer: z.string() })),
    }),
    ties: z.array(tieSchema),
    flips: z.array(flipSchema).exactOptional(),
    frontier: frontierSchema.exactOptional(),
  })
  .meta({ id: 'SelectionAnswer' });

export type SelectionAnswer = z.infer<typeof selectionAnswerSchema>;
