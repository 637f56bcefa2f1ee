import { z } from 'zod';
import { idSchema, moneySchema, yearSchema } from '../../data/schema/primitives.ts';
import type { Store } from '../../store/write.ts';
import { decisionLinesSchema } from '../answers/lineage-schema.ts';
import { votesSchema } from '../governance/action-schema.ts';
import { decisionLines } from '../invoicing/decision-lines.ts';
import { idParamsSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers } from '../route-schema.ts';
import { readable } from '../stored/operations.ts';
import type { ReadableKind, StoredBody } from '../stored/stored-kind.ts';
import { historyRoute, readingRoutes } from '../stored/stored-routes.ts';
import { keptSchemas } from '../stored/stored-schema.ts';
import type { Api } from '../validation.ts';

const move = z.strictObject({
  year: yearSchema,
  solution: idSchema,
  recipient: z.string(),
  amount: moneySchema,
});

interface KeptDecision extends StoredBody {
  readonly agreement: string;
  readonly body?: string;
}

/** What the board has decided: made by actions on proposals, read by everybody, changed by nobody. */
const DECISIONS: ReadableKind<KeptDecision> = {
  kind: 'decisions',
  noun: 'decision',
  name: ['Decision', 'Decisions'],
  tag: 'prioritisation',
  read: 'decision.read',
  filters: ['agreement', 'body'],
  valuesOf: ({ agreement, body }) => ({ agreement: [agreement], body: body === undefined ? [] : [body] }),
  schemas: keptSchemas(['KeptDecision', 'KeptDecisions'], {
    proposal: idSchema,
    agreement: idSchema,
    body: idSchema.exactOptional(),
    votes: votesSchema.exactOptional(),
    moves: z.array(move).meta({ description: 'What it binds in the pool' }),
    contraryMoves: z
      .array(move)
      .exactOptional()
      .meta({ description: 'Of a superseded decision: what undoes the moves' }),
    supersededBy: idSchema.exactOptional().meta({ description: 'The later decision that took its place' }),
  }),
};

export function decisionRoutes(app: Api, store: Store): void {
  readingRoutes(app, store, DECISIONS);
  historyRoute(app, store, DECISIONS);

  const schema = {
    operationId: 'listDecisionInvoiceLines',
    summary: 'Every invoice line that pays for a decision, of those that you may read',
    description:
      'Each with the share of it that the decision has: the pool money in it, in proportion to what is bound.',
    tags: ['invoices'],
    params: idParamsSchema,
    response: answers('The lines, in the order of issue', decisionLinesSchema, ADDRESS_PROBLEMS),
  };
  const config = { right: DECISIONS.read };
  app.get('/v1/decisions/:id/invoice-lines', { schema, config }, async ({ identity, params: { id } }) => {
    const { body } = await readable({ store, kind: DECISIONS, identity }, id);
    const { agreement } = body as { readonly agreement: string };
    return decisionLines(store, identity, { decision: id, agreement });
  });
}
