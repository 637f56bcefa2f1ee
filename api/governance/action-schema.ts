import { z } from 'zod';
import { idSchema } from '../../data/schema/primitives.ts';
import { poolMoveSchema } from '../../data/schema/proposal.ts';
import { ACTIONS } from '../../src/governance/transitions.ts';

const count = z.int().min(0).max(10_000);

/** Votes that a body has taken on a proposal. */
export const votesSchema = z.strictObject({ for: count, against: count, abstained: count });

/** What somebody does with a proposal: for a body, or as its author. */
export const actionSchema = z
  .strictObject({
    action: z.enum(ACTIONS),
    body: idSchema.exactOptional().meta({ description: 'The body that acts; left out, its author does' }),
    votes: votesSchema.exactOptional(),
    moves: z
      .array(poolMoveSchema)
      .max(500, { error: 'list_too_long' })
      .exactOptional()
      .meta({ description: 'With "approve-with-changes": what is moved instead of what was proposed' }),
    supersededBy: idSchema.exactOptional().meta({
      description: 'With "supersede": the later decision that takes its place, if there is one',
    }),
    reason: z.string().max(1000).exactOptional(),
  })
  .refine(({ action, moves }) => (action === 'approve-with-changes') === (moves !== undefined), {
    error: 'moves_with_changes',
    path: ['moves'],
  })
  .refine(({ action, supersededBy }) => action === 'supersede' || supersededBy === undefined, {
    error: 'only_supersede_names_later',
    path: ['supersededBy'],
  })
  .meta({ id: 'ProposalAction' });

export type ActionRequest = z.infer<typeof actionSchema>;
