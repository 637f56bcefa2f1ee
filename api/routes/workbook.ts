import { z } from 'zod';
import { XLSX } from '../../documents/formats.ts';
import { scenarioWorkbook } from '../../documents/workbook/scenario-workbook.ts';
import { sharesBefore } from '../../src/sharing/share-years.ts';
import { calculateScenario } from '../calculation/calculation.ts';
import type { CatalogueFor } from '../calculation/scenario-source.ts';
import { sendFile } from '../negotiation.ts';
import { RequestError, valueOrRefuse } from '../request-error.ts';
import { unknownKept } from '../request-refusals.ts';
import { idParamsSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, plainAnswers } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const schema = {
  operationId: 'getScenarioWorkbook',
  summary: "A scenario as a workbook whose formulas recompute every municipality's amount",
  description:
    'For Excel, in Danish: change an index rate, an efficiency, a reserved share, a base price or a weight, and see the amounts move. As it comes, ' +
    "every rounded amount is the service's to the øre; check sums stand beside them.",
  tags: ['scenarios'],
  params: idParamsSchema,
  response: plainAnswers(
    'The workbook',
    { [XLSX]: z.string().meta({ description: 'Sheets of assumptions, prices, allocation and check sums' }) },
    [...ADDRESS_PROBLEMS, 'refused'],
  ),
};

export function workbookRoute(app: Api, catalogueFor: CatalogueFor): void {
  const config = { right: 'scenario.read' } as const;
  app.get('/v1/scenarios/:id/workbook', { schema, config }, async ({ identity, params: { id } }, reply) => {
    const catalogue = await catalogueFor(identity, [id]);
    if (!catalogue.scenarios.has(id))
      throw new RequestError('unknown-resource', unknownKept('scenario', id, 'scenarios'));
    const calculation = valueOrRefuse(calculateScenario(id, catalogue), 'id');
    const [first] = calculation.prices;
    const before = first && valueOrRefuse(sharesBefore(first, undefined), 'id');
    return sendFile(
      reply,
      { name: `${id}.xlsx`, mediaType: XLSX },
      scenarioWorkbook({ ...calculation, before }),
    );
  });
}
