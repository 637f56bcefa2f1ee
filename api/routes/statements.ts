import { permits } from '../../src/access/permissions.ts';
import type { InvoicingSetting } from '../invoicing/invoicing-setting.ts';
import { statementFor } from '../invoicing/statement.ts';
import { HiddenResource } from '../request-error.ts';
import { unknownId } from '../request-refusals.ts';
import { statementQuerySchema, statementSchema } from '../requests/invoices.ts';
import { answers, REPORT_PROBLEMS } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const schema = {
  operationId: 'getStatement',
  summary: "A municipality's year: everything issued, corrected and due",
  description:
    'For each solution what the whole year comes to as now computed, what has been invoiced and corrected of it, and what is left; ' +
    'tied to the price of the agreement.',
  tags: ['invoices'],
  querystring: statementQuerySchema,
  response: answers('The statement', statementSchema, REPORT_PROBLEMS),
};

export function statementRoutes(app: Api, setting: InvoicingSetting): void {
  app.get('/v1/statements', { schema, config: { right: 'invoice.read' } }, async ({ identity, query }) => {
    const { municipality } = query;
    if (!permits(identity, 'invoice.read', { owner: '', unit: municipality, isShared: false }))
      throw new HiddenResource(unknownId('municipality', municipality, []));
    return statementFor(setting, identity, query);
  });
}
