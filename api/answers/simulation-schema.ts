import { z } from 'zod';
import { bilingualSchema, idSchema, yearSchema } from '../../data/schema/primitives.ts';
import { effectSchema } from '../../rules/schema.ts';
import { amountSchema, hashSchema } from './answer-primitives.ts';

const poolAccount = z.strictObject({ account: z.literal('pool'), solution: idSchema });
export const recipientSchema = z.discriminatedUnion('account', [
  z.strictObject({ account: z.literal('initiative'), initiative: idSchema }),
  z.strictObject({ account: z.literal('business-maintenance'), solution: idSchema }),
]);
const accountSchema = z.discriminatedUnion('account', [poolAccount, ...recipientSchema.options]);

const textSchema = z.strictObject({ code: z.string(), ...bilingualSchema.shape });

const moveSchema = z
  .strictObject({
    year: yearSchema,
    from: accountSchema,
    to: accountSchema,
    amount: amountSchema,
    reason: z.string(),
  })
  .meta({ id: 'Move', description: 'Double entry: debits `from` and credits `to` with the same amount' });

const factValueSchema = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))])
  .meta({ description: 'Money and rates as text, as everywhere' });

export const verdictSchema = z
  .strictObject({
    rule: idSchema,
    effect: effectSchema,
    conditions: z.array(
      z.strictObject({
        fact: z.string(),
        operator: z.string(),
        seen: factValueSchema,
        comparedWith: factValueSchema,
        comparedWithFact: z.string().exactOptional(),
        holds: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Verdict', description: 'What one rule said about one request, and the facts it saw' });

export const reasonSchema = textSchema.extend({ rule: idSchema.exactOptional() });

export const OUTCOMES = ['funded', 'reduced', 'deferred', 'referred', 'rejected'] as const;

const outcomeSchema = z
  .strictObject({
    recipient: recipientSchema,
    place: z.int(),
    outcome: z.enum(OUTCOMES),
    reason: reasonSchema,
    cost: amountSchema,
    granted: amountSchema,
    proposed: amountSchema.meta({ description: 'What would be granted if the board approves' }),
    moves: z.array(moveSchema),
    proposedMoves: z.array(moveSchema),
    rulesFired: z.array(verdictSchema),
    rulesFailed: z.array(verdictSchema),
    conflicts: z.array(z.strictObject({ contradiction: z.string(), stands: idSchema, yields: idSchema })),
  })
  .meta({ id: 'Outcome' });

const pools = { poolBefore: amountSchema, poolAfter: amountSchema, poolIfApproved: amountSchema };

const simulatedProposalSchema = z
  .strictObject({
    proposal: idSchema,
    body: idSchema,
    outcomes: z.array(outcomeSchema),
    moves: z.array(moveSchema),
    proposedMoves: z.array(moveSchema),
    ...pools,
    solutions: z.array(
      z.strictObject({
        solution: idSchema,
        area: idSchema,
        ...pools,
        baseBudgetBefore: amountSchema,
        baseBudgetAfter: amountSchema,
      }),
    ),
  })
  .meta({ id: 'SimulatedProposal' });

const ruleSchema = z
  .strictObject({
    id: idSchema,
    title: bilingualSchema,
    explanation: bilingualSchema,
    source: z.string(),
    priority: z.int(),
    severity: z.enum(['info', 'warning', 'error']),
  })
  .meta({ id: 'RuleInForce' });

/** The answer of `POST /v1/simulations`; contract. */
export const simulationAnswerSchema = z
  .strictObject({
    hash: hashSchema.meta({ description: 'The hash of the price answer that the pool comes from' }),
    year: yearSchema,
    ruleSet: z.strictObject({
      id: idSchema,
      version: z.string(),
      title: bilingualSchema,
      conflicts: z.array(textSchema).meta({ description: 'What the set may be at odds with itself about' }),
      rules: z
        .array(ruleSchema)
        .meta({ description: 'Those in force in the year, in the order they are applied' }),
    }),
    pool: z.strictObject({
      total: amountSchema,
      contributions: z.array(
        z.strictObject({
          solution: idSchema,
          area: idSchema,
          reserved: amountSchema,
          carriedOver: amountSchema,
          committed: amountSchema,
          opening: amountSchema,
        }),
      ),
    }),
    proposals: z
      .array(simulatedProposalSchema)
      .meta({ description: 'Each met the rules on its own, all against the same opening pool' }),
  })
  .meta({ id: 'SimulationAnswer' });

export type SimulationAnswer = z.infer<typeof simulationAnswerSchema>;
