import { type AuditEntry, auditEntries } from '../../store/audit.ts';
import type { Store } from '../../store/write.ts';
import { cutToPage, seqFrom } from '../listing.ts';
import { auditPageSchema, auditQuerySchema } from '../requests/audit.ts';
import { answers, LIST_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const schema = {
  operationId: 'listAudit',
  summary: 'What was done and refused: every write, decision and login, oldest first',
  description:
    'The log is only ever added to, and each entry is chained to the one before it by its hash; `npm run audit:verify` checks ' +
    'the chain.',
  tags: ['access'],
  querystring: auditQuerySchema,
  response: answers('A page, by number', auditPageSchema, LIST_PROBLEMS),
};

export function auditRoutes(app: Api, store: Store): void {
  app.get('/v1/audit', { schema, config: { right: 'audit.read' } }, async ({ query }) => {
    const { limit, cursor, ...filter } = query;
    const entries = await auditEntries(store.database.query, seqFrom(cursor), limit + 1, filter);
    const page = cutToPage(entries, limit, ({ seq }) => String(seq));
    return { ...page, items: page.items.map(answered) };
  });
}

function answered({ seq, ...entry }: AuditEntry) {
  return { seq: Number(seq), ...entry };
}
