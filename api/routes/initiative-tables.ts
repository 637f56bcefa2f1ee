import { z } from 'zod';
import { initiativesFromRows } from '../../data/initiative-table/initiatives-from-rows.ts';
import { tableFromInitiatives } from '../../data/initiative-table/table-from-initiatives.ts';
import { idSchema } from '../../data/schema/primitives.ts';
import type { Store } from '../../store/write.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { found } from '../found.ts';
import { sendTable, XLSX } from '../negotiation.ts';
import { keptOrRefuse } from '../request-error.ts';
import { idParamsSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers, BODY_PROBLEMS } from '../route-schema.ts';
import { importInitiatives } from '../stored/initiative-import.ts';
import { keptInitiativeSchema, keptInitiatives } from '../stored/initiative-portfolio.ts';
import { rowsIn, TABLE_TYPES, withTableBodies } from '../table-body.ts';
import type { Api } from '../validation.ts';

const exportSchema = {
  operationId: 'exportInitiatives',
  summary: "An agreement's initiatives, as a table that can be edited and sent back",
  tags: ['prioritisation'],
  params: idParamsSchema,
  response: answers(
    'All of them, by id',
    z.strictObject({ items: z.array(keptInitiativeSchema) }).meta({ id: 'InitiativeTable' }),
    ADDRESS_PROBLEMS,
    { csv: true, also: { [XLSX]: z.string().meta({ description: 'An Excel file of one sheet' }) } },
  ),
};

const importSchema = {
  operationId: 'importInitiatives',
  summary: 'Keep the initiatives of a table: all of them, or none',
  description:
    'A CSV or XLSX file in the form that the export has. New ids are kept as new initiatives, known ones as a new version where the ' +
    'table says something else. What is wrong is told by row and column: `/rows/17/cost.2026`; the header is row 1.',
  tags: ['prioritisation'],
  consumes: TABLE_TYPES,
  params: idParamsSchema,
  body: z.string().meta({ description: 'The bytes of the file' }),
  response: answers(
    'What was kept',
    z
      .strictObject({
        created: z.array(idSchema),
        changed: z.array(idSchema),
        unchanged: z.array(idSchema),
      })
      .meta({ id: 'ImportedInitiatives' }),
    [...BODY_PROBLEMS, 'unknown-resource'],
  ),
};

export async function initiativeTableRoutes(
  app: Api,
  store: Store,
  published: PublishedAgreements,
): Promise<void> {
  app.get(
    '/v1/agreements/:id/initiatives',
    { schema: exportSchema, config: { right: 'initiative.read' } },
    async (request, reply) => {
      const { id } = request.params;
      found('agreement', await published(), id);
      const kept = await keptInitiatives(store, id);
      const table = () => tableFromInitiatives(kept);
      return sendTable(request, reply, `initiatives-${id}`, table) ?? { items: kept.map(itemOf) };
    },
  );
  await withTableBodies(app, (scope) => {
    const write = { schema: importSchema, config: { right: 'initiative.write' } } as const;
    scope.post('/v1/agreements/:id/initiatives', write, async ({ identity, params: { id }, body }) => {
      const { agreement } = found('agreement', await published(), id);
      const rows = keptOrRefuse(initiativesFromRows(rowsIn(body)));
      const portfolio = (await keptInitiatives(store, id)).map(({ document }) => document);
      return keptOrRefuse(await importInitiatives({ store, identity }, agreement, rows, portfolio));
    });
  });
}

function itemOf({ document, shared }: Awaited<ReturnType<typeof keptInitiatives>>[number]) {
  return { ...document, ...(shared !== undefined && { shared }) };
}
