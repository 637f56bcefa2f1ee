import { permits } from '../../src/access/permissions.ts';
import { draftRun } from '../invoicing/draft-run.ts';
import type { InvoicingSetting } from '../invoicing/invoicing-setting.ts';
import { issueRun } from '../invoicing/issue-run.ts';
import type { KeptRun } from '../invoicing/kept-run.ts';
import { mayPreview, requirePreview } from '../invoicing/preview-right.ts';
import { invoiceDays, previewAnswer } from '../invoicing/preview-run.ts';
import { runEvidence } from '../invoicing/run-evidence.ts';
import { runKind } from '../invoicing/run-kind.ts';
import { runRefusal } from '../invoicing/run-refusals.ts';
import {
  evidenceSchema,
  issueRequestSchema,
  previewAnswerSchema,
  previewQuerySchema,
  previewRequestSchema,
} from '../invoicing/run-schema.ts';
import { keptOrRefuse, RequestError } from '../request-error.ts';
import { requestRefusal } from '../request-refusals.ts';
import { idParamsSchema } from '../requests/listing.ts';
import { ADDRESS_PROBLEMS, answers, BODY_PROBLEMS, UPDATE_PROBLEMS } from '../route-schema.ts';
import { readable } from '../stored/operations.ts';
import { belongingOf } from '../stored/stored-answer.ts';
import { historyRoute, readingRoutes, versionSeen, writingRoutes } from '../stored/stored-routes.ts';
import { creationHeadersSchema, updateHeadersSchema } from '../stored/stored-schema.ts';
import type { Api } from '../validation.ts';
import { runDocumentRoute } from './run-documents.ts';

const previewSchema = {
  operationId: 'previewInvoiceRun',
  summary: 'What a run would come to: nothing is kept',
  description:
    'Every invoice in short with the checks and the differences that would stop it; the invoices of one municipality in full. Who may not see ' +
    'all of them names their own municipality in an ordinary run, and sees only its invoices.',
  tags: ['invoices'],
  querystring: previewQuerySchema,
  body: previewRequestSchema,
  response: answers('The run', previewAnswerSchema, BODY_PROBLEMS),
};

const evidenceRouteSchema = {
  operationId: 'getInvoiceRunEvidence',
  summary: 'Everything that shows that a run is right, for an independent checker',
  description: 'In the form that `npm run verify` takes; computed from what the run was issued from.',
  tags: ['invoices'],
  params: idParamsSchema,
  response: answers('The evidence', evidenceSchema, [...ADDRESS_PROBLEMS, 'conflict']),
};

/** Runs are drafted, changed and deleted like other kept things, and issued once. */
export function invoiceRunRoutes(app: Api, setting: InvoicingSetting): void {
  const { store } = setting;
  const kind = runKind(setting);
  const preview = { right: 'invoice.preview' } as const;
  const config = { right: 'invoice.issue' } as const;
  readingRoutes(app, store, kind);
  writingRoutes(app, store, kind);
  historyRoute(app, store, kind);
  runDocumentRoute(app, store, kind);

  app.post('/v1/invoice-runs/preview', { schema: previewSchema, config: preview }, async (request) => {
    const { body, identity, query } = request;
    requirePreview(identity, body, query.municipality);
    const drafted = keptOrRefuse(await draftRun(setting, body, identity));
    const days = keptOrRefuse(invoiceDays(body, drafted.gathered.inputs.terms, store.clock));
    return previewAnswer(drafted, days, query.municipality, (payer) => mayPreview(identity, payer));
  });

  const schema = {
    operationId: 'issueInvoiceRun',
    summary: 'Issue a run: its invoices get their numbers and never change',
    description:
      'All of it or nothing. The same Idempotency-Key gives the same answer and issues nothing again. A difference to the last ' +
      'run above the thresholds stops it until it is acknowledged with a reason.',
    tags: ['invoices'],
    headers: updateHeadersSchema.extend(creationHeadersSchema.shape),
    params: idParamsSchema,
    body: issueRequestSchema,
    response: answers('The run with its numbers', kind.schemas.answer, UPDATE_PROBLEMS),
  };
  app.post('/v1/invoice-runs/:id/issue', { schema, config }, async (request, reply) => {
    const { identity, params, headers, body } = request;
    const seen = versionSeen(headers['if-match']);
    const found = await readable({ store, kind, identity }, params.id);
    if (!permits(identity, 'invoice.issue', belongingOf(found)))
      throw new RequestError('forbidden', requestRefusal('right_missing'));
    const issuing = { identity, seen, key: headers['idempotency-key'] };
    const { answer } = keptOrRefuse(await issueRun(store, found, body, issuing));
    return reply.type('application/json; charset=utf-8').send(answer);
  });

  const evidence = { schema: evidenceRouteSchema, config: { right: 'invoice.read' } } as const;
  app.get('/v1/invoice-runs/:id/evidence', evidence, async ({ identity, params: { id } }) => {
    const { state, body } = await readable({ store, kind, identity }, id);
    if (state !== 'issued') throw new RequestError('conflict', runRefusal('run_not_issued', []));
    return runEvidence(store.database.query, id, body as KeptRun);
  });
}
