import { z } from 'zod';
import { bilingualSchema, idSchema } from '../../data/schema/primitives.ts';
import { PROPOSAL_STATES } from '../../src/governance/proposal-state.ts';
import { ACTIONS } from '../../src/governance/transitions.ts';
import { votesSchema } from './action-schema.ts';

/** What is shipped as an example is on no way: nobody made it. */
const stateSchema = z.enum([...PROPOSAL_STATES, 'shipped']);

const stepSchema = z.strictObject({
  version: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  body: idSchema.exactOptional().meta({ description: 'The body that acted' }),
  votes: votesSchema.exactOptional(),
  reason: z.string(),
  state: stateSchema.meta({ description: 'Where it led to' }),
});

const nextSchema = z.strictObject({
  action: z.enum(ACTIONS),
  state: stateSchema.meta({ description: 'Where it leads to' }),
  by: z.enum(['author', 'body']),
  bodies: z.array(idSchema).meta({ description: 'The bodies that may' }),
  yours: z.array(idSchema).meta({ description: 'Those of them that you may act for' }),
  allowed: z.boolean().meta({ description: 'Whether you may' }),
});

/** The answer of `GET /v1/proposals/{id}/way`. */
export const wayAnswerSchema = z
  .strictObject({
    id: idSchema,
    version: z.int(),
    state: stateSchema,
    leadArea: idSchema.meta({ description: 'The area whose council recommends it' }),
    areas: z.array(idSchema).meta({ description: 'The areas that it is about or draws money from' }),
    steps: z.array(stepSchema).meta({ description: 'What has been done, oldest first' }),
    next: z.array(nextSchema).meta({ description: 'What can be done now, and by whom' }),
    hindrances: z
      .array(z.strictObject({ code: z.string(), message: bilingualSchema, remedy: bilingualSchema }))
      .meta({ description: 'Why an approval as it stands would be refused now; empty once it is decided' }),
  })
  .meta({ id: 'ProposalWay', description: 'The way of a proposal from its author to a decision in force' });

export type WayAnswer = z.infer<typeof wayAnswerSchema>;
