import { z } from 'zod';
import { allocationKeySchema } from './allocation-key.ts';
import {
  idSchema,
  positiveMoneySchema,
  provenanceSchema,
  rateSchema,
  shareSchema,
  yearSchema,
} from './primitives.ts';

/** How much one simulation may ask for at once. */
const MOST_PROPOSALS = 20;
const MOST_INITIATIVES = 100;
const MOST_MOVES = 200;
const MOST_NAMED = 100;

const textSchema = z.string().min(1).max(500);
const idsSchema = z.array(idSchema).max(MOST_NAMED, { error: 'list_too_long' });

/** An initiative (*initiativ*); names as in the model, section 5. */
export const initiativeSchema = z
  .strictObject({
    id: idSchema,
    title: textSchema,
    area: idSchema,
    target: idSchema.meta({ description: 'The solution it builds on, or "new"', examples: ['aula', 'new'] }),
    focus: idSchema.optional(),
    costs: z
      .array(z.strictObject({ year: yearSchema, amount: positiveMoneySchema }))
      .min(1, { error: 'list_empty' })
      .max(30, { error: 'list_too_long' })
      .refine((costs) => new Set(costs.map(({ year }) => year)).size === costs.length, {
        error: 'year_repeated',
      }),
    priceLevel: yearSchema,
    benefit: z
      .strictObject({
        perYear: positiveMoneySchema.optional(),
        scores: z.record(idSchema, rateSchema).optional(),
      })
      .optional(),
    beneficiaries: allocationKeySchema.optional(),
    statutory: z.boolean().optional(),
    earliestStart: yearSchema.optional(),
    latestStart: yearSchema.optional(),
    minShare: shareSchema.optional(),
    dependsOn: idsSchema.optional(),
    excludes: idsSchema.optional(),
    group: idSchema.optional(),
    provenance: provenanceSchema
      .optional()
      .meta({ description: 'Whose figures these are; `example`: made up with the program' }),
  })
  .refine(
    ({ earliestStart, latestStart }) =>
      earliestStart === undefined || latestStart === undefined || earliestStart <= latestStart,
    { error: 'start_window_reversed', path: ['latestStart'] },
  )
  .meta({ id: 'Initiative' });

const poolSource = z.strictObject({ account: z.literal('pool'), solution: idSchema });
const baseBudgetSource = z.strictObject({ account: z.literal('base-budget'), solution: idSchema });
const toInitiative = z.strictObject({ account: z.literal('initiative'), initiative: idSchema });
const toMaintenance = z.strictObject({ account: z.literal('business-maintenance'), solution: idSchema });

export const requestedMoveSchema = z.strictObject({
  year: yearSchema,
  from: z.discriminatedUnion('account', [poolSource, baseBudgetSource]),
  to: z.discriminatedUnion('account', [toInitiative, toMaintenance]),
  amount: positiveMoneySchema,
});

/** A move that can really be made: its money comes from a pool contribution. */
export const poolMoveSchema = requestedMoveSchema.extend({ from: poolSource });

/** A proposal (*prioriteringsforslag*): a body's initiatives, most important first, and moves. */
export const proposalSchema = z
  .strictObject({
    id: idSchema,
    body: idSchema,
    reason: textSchema,
    initiatives: z.array(initiativeSchema).max(MOST_INITIATIVES, { error: 'list_too_long' }),
    moves: z.array(requestedMoveSchema).max(MOST_MOVES, { error: 'list_too_long' }).optional(),
    inPlace: idsSchema
      .optional()
      .meta({ description: 'Initiatives of earlier years that count as funded for dependsOn and excludes' }),
  })
  .meta({ id: 'Proposal' });

/** The proposals of one simulation. */
export const proposalsSchema = z
  .array(proposalSchema)
  .min(1, { error: 'list_empty' })
  .max(MOST_PROPOSALS, { error: 'list_too_long' });

export type ProposalDocument = z.infer<typeof proposalSchema>;
export type InitiativeDocument = z.infer<typeof initiativeSchema>;
export type RequestedMoveDocument = z.infer<typeof requestedMoveSchema>;
export type PoolMoveDocument = z.infer<typeof poolMoveSchema>;
