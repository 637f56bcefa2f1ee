import { z } from 'zod';
import { idSchema, moneySchema, yearSchema } from '../../data/schema/primitives.ts';
import type { Store } from '../../store/write.ts';
import { votesSchema } from '../governance/action-schema.ts';
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
}
