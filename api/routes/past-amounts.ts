import { z } from 'zod';
import { checkPastYear } from '../../data/checks/past-amounts.ts';
import { payersFromRows } from '../../data/past-amounts/payers-from-rows.ts';
import { tableFromPayers } from '../../data/past-amounts/table-from-payers.ts';
import type { AgreementDocument } from '../../data/schema/agreement.ts';
import { type PastYearDocument, pastYearSchema } from '../../data/schema/past-amounts.ts';
import { idSchema, textSchema, yearSchema } from '../../data/schema/primitives.ts';
import { readResource } from '../../store/resource-versions.ts';
import type { Store } from '../../store/write.ts';
import { hashSchema } from '../answers/answer-primitives.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { found } from '../found.ts';
import { sendTable, XLSX } from '../negotiation.ts';
import { keptOrRefuse, ParameterError, valueOrRefuse } from '../request-error.ts';
import { idParamsSchema } from '../requests/listing.ts';
import { yearTextSchema } from '../requests/reports.ts';
import { ADDRESS_PROBLEMS, answers, UPDATE_PROBLEMS } from '../route-schema.ts';
import { AGREEMENTS } from '../stored/agreement-kind.ts';
import { labelUsed, publishAgreement } from '../stored/publish-agreement.ts';
import { entityTag } from '../stored/stored-answer.ts';
import { versionSeen } from '../stored/stored-routes.ts';
import { removalQuerySchema, updateHeadersSchema } from '../stored/stored-schema.ts';
import { rowsIn, TABLE_TYPES, withTableBodies } from '../table-body.ts';
import type { Api } from '../validation.ts';

const yearQuerySchema = z.strictObject({
  year: yearTextSchema.meta({ description: 'The year in which the amounts were paid', examples: ['2025'] }),
});

const pastAmountsSchema = z
  .strictObject({
    agreement: idSchema,
    year: yearSchema,
    municipalities: z.array(pastYearSchema.shape.municipalities.element),
    provenance: pastYearSchema.shape.provenance.exactOptional(),
  })
  .meta({ id: 'PastAmounts' });

const exportSchema = {
  operationId: 'exportPastAmounts',
  summary: 'What municipalities have in fact paid in a year, for each solution',
  description: 'As CSV or XLSX in the form that the import takes; no rows where the year is not known.',
  tags: ['data'],
  params: idParamsSchema,
  querystring: yearQuerySchema,
  response: answers('The actual amounts', pastAmountsSchema, [...ADDRESS_PROBLEMS, 'malformed-request'], {
    csv: true,
    also: { [XLSX]: z.string().meta({ description: 'The same as an Excel file of one sheet' }) },
  }),
};

const importedSchema = z
  .strictObject({
    agreement: idSchema,
    version: z.string(),
    hash: hashSchema,
    year: yearSchema,
    municipalities: z.int().meta({ description: 'How many municipalities the table names' }),
  })
  .meta({ id: 'PastAmountsImport' });

const importSchema = {
  operationId: 'importPastAmounts',
  summary: 'Publish a version of an agreement that knows what was in fact paid in a year, all or nothing',
  description:
    'The table takes the place of all that was known of the year; without rows the year is not known any more. Every error is told with its row, ' +
    'its column and a remedy, and then nothing is changed. If-Match is the ETag of the export.',
  tags: ['data'],
  consumes: TABLE_TYPES,
  headers: updateHeadersSchema,
  params: idParamsSchema,
  querystring: yearQuerySchema.extend({
    ...removalQuerySchema.shape,
    version: textSchema.meta({ description: 'The label of the version that is published' }),
    source: textSchema.meta({ description: 'Where the amounts come from: kept as their provenance' }),
  }),
  body: z.string().meta({ description: 'A table as the export gives it, CSV or XLSX' }),
  response: answers('It is published', importedSchema, [...UPDATE_PROBLEMS]),
};

export async function pastAmountRoutes(
  app: Api,
  store: Store,
  published: PublishedAgreements,
): Promise<void> {
  const path = '/v1/agreements/:id/past-amounts';
  const read = { schema: exportSchema, config: { right: 'model.read' } } as const;
  app.get(path, read, async (request, reply) => {
    const { id } = request.params;
    const { year } = request.query;
    const { pastAmounts = [] } = found('agreement', await published(), id).document;
    const past = pastAmounts.find((one) => one.year === year);
    const kept = await readResource(store.database.query, { kind: AGREEMENTS, id });
    if (kept !== undefined) reply.header('etag', entityTag(kept));
    const { municipalities = [], provenance } = past ?? {};
    const table = () => tableFromPayers(municipalities);
    return (
      sendTable(request, reply, `past-amounts-${id}-${year}`, table) ?? {
        ...{ agreement: id, year, municipalities },
        ...(provenance && { provenance }),
      }
    );
  });

  await withTableBodies(app, (scope) => {
    const write = { schema: importSchema, config: { right: 'agreement.publish' } } as const;
    scope.put(path, write, async ({ identity, params, query, headers, body }) => {
      const { year, version, source, reason = '' } = query;
      const before = found('agreement', await published(), params.id);
      const publication = { identity, reason, seen: versionSeen(headers['if-match']) };
      requireParameters(before.document, year, version);
      const municipalities = valueOrRefuse(payersFromRows(rowsIn(body), before.document));
      const past: PastYearDocument = { year, municipalities, provenance: { kind: 'published', source } };
      const document = withPastYear({ ...before.document, version }, past);
      const { hash } = keptOrRefuse(await publishAgreement(store, document, publication, before));
      return { agreement: params.id, version, hash, year, municipalities: municipalities.length };
    });
  });
}

/** Ends the request where the year is one that no price looks back at, or the label is that of the version before. */
function requireParameters(before: AgreementDocument, year: number, version: string): void {
  const used = before.version === version ? labelUsed(version) : undefined;
  const refusals = [
    ...checkPastYear(year, before.baseYear),
    ...(used === undefined || used.ok ? [] : used.refusals),
  ];
  if (refusals.length > 0) throw new ParameterError(...refusals);
}

/** The document with these amounts in place of what it knew of their year. */
function withPastYear(
  { pastAmounts = [], ...document }: AgreementDocument,
  past: PastYearDocument,
): AgreementDocument {
  const others = pastAmounts.filter(({ year }) => year !== past.year);
  const known = past.municipalities.length === 0 ? others : [...others, past];
  return known.length === 0 ? document : { ...document, pastAmounts: known };
}
