import { z } from 'zod';
import { idSchema, municipalityCodeSchema } from '../../data/schema/primitives.ts';
import { splitPlanSchema } from '../../data/schema/split-plan.ts';
import { splitPlanFromDocument } from '../../data/split-plans/split-plan-from-document.ts';
import { tableFromPlans } from '../../data/split-plans/table-from-plans.ts';
import { permits } from '../../src/access/permissions.ts';
import type { Store } from '../../store/write.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { found } from '../found.ts';
import { plansKeptFor } from '../invoicing/kept-plans.ts';
import { importPlans, planState } from '../invoicing/plan-table.ts';
import { splitPlanKind } from '../invoicing/split-plan-kind.ts';
import { sendTable, XLSX } from '../negotiation.ts';
import { keptOrRefuse } from '../request-error.ts';
import { ADDRESS_PROBLEMS, answers, UPDATE_PROBLEMS } from '../route-schema.ts';
import { historyRoute, readingRoutes, versionSeen, writingRoutes } from '../stored/stored-routes.ts';
import { removalQuerySchema, updateHeadersSchema } from '../stored/stored-schema.ts';
import { rowsIn, TABLE_TYPES, withTableBodies } from '../table-body.ts';
import type { Api } from '../validation.ts';

const tableQuerySchema = z.strictObject({
  agreement: idSchema.meta({ description: 'The agreement whose invoices they split' }),
  municipality: municipalityCodeSchema.exactOptional().meta({
    description: 'Only the plans of this municipality; a row of another one is then refused',
    examples: ['0147'],
  }),
});

const plansSchema = z
  .strictObject({ agreement: idSchema, plans: z.array(splitPlanSchema) })
  .meta({ id: 'SplitPlanTable' });

const exportSchema = {
  operationId: 'exportSplitPlans',
  summary: 'The split plans that you may read, all municipalities in one table',
  description: 'As CSV or XLSX in the form that the import takes; each row sends one thing to one recipient.',
  tags: ['invoices'],
  querystring: tableQuerySchema,
  response: answers('The plans', plansSchema, [...ADDRESS_PROBLEMS, 'malformed-request'], {
    csv: true,
    also: { [XLSX]: z.string().meta({ description: 'The same as an Excel file of one sheet' }) },
  }),
};

const importedSchema = z
  .strictObject({ created: z.int(), changed: z.int(), unchanged: z.int(), deleted: z.int() })
  .meta({ id: 'SplitPlanImport' });

const importSchema = {
  operationId: 'importSplitPlans',
  summary: 'Give municipalities the split plans of a table, all or nothing',
  description:
    'Each municipality that the table names gets exactly the plans that it has there; the others keep theirs. Every error is ' +
    'told with its row, its column and a remedy, and then nothing is changed. If-Match is the ETag of the export.',
  tags: ['invoices'],
  consumes: TABLE_TYPES,
  headers: updateHeadersSchema,
  querystring: tableQuerySchema.extend(removalQuerySchema.shape),
  body: z.string().meta({ description: 'A table as the export gives it, CSV or XLSX' }),
  response: answers('What it came to', importedSchema, [...UPDATE_PROBLEMS]),
};

export async function splitPlanRoutes(app: Api, store: Store, published: PublishedAgreements): Promise<void> {
  const kind = splitPlanKind(published);
  readingRoutes(app, store, kind);
  writingRoutes(app, store, kind);
  historyRoute(app, store, kind);

  const read = { schema: exportSchema, config: { right: 'split-plan.read' } } as const;
  app.get('/v1/split-plans/table', read, async (request, reply) => {
    const { agreement, ...scope } = request.query;
    const { query } = store.database;
    found('agreement', await published(), agreement);
    const kept = (await plansKeptFor(query, agreement, scope)).filter(({ plan: { municipality }, body }) =>
      permits(request.identity, 'split-plan.read', {
        owner: '',
        unit: municipality,
        isShared: body.shared === true,
      }),
    );
    const plans = kept.map(({ plan }) => plan);
    reply.header('etag', `"${await planState(query, scope)}"`);
    const table = () => tableFromPlans(plans.map(splitPlanFromDocument));
    const name = ['split-plans', agreement, scope.municipality ?? []].flat().join('-');
    return sendTable(request, reply, name, table) ?? { agreement, plans };
  });

  await withTableBodies(app, (scope) => {
    const write = { schema: importSchema, config: { right: 'split-plan.write' } } as const;
    scope.put('/v1/split-plans/table', write, async ({ identity, query, headers, body }) => {
      const { agreement: id, reason = '', ...whose } = query;
      const { agreement } = found('agreement', await published(), id);
      const importing = { identity, reason, seen: versionSeen(headers['if-match']), ...whose };
      return keptOrRefuse(await importPlans(store, agreement, rowsIn(body), importing));
    });
  });
}
