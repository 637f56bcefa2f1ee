import { answered, api, done, type Schemas } from '../api/client.ts';
import { everyPage } from '../api/every-page.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';

export type KeptRun = Schemas['KeptInvoiceRun'];
export type RunRequest = Schemas['InvoiceRunPreviewRequest'];
export type Preview = Schemas['InvoiceRunPreview'];
/** What a run comes to, before and after it is kept. */
export type ComputedRun = Schemas['ComputedInvoiceRun'];
export type Acknowledgement = NonNullable<Schemas['InvoiceRunIssue']['acknowledgements']>[number];

/** Every run that one may read, the newest first. */
export function useRuns(): Answer<readonly KeptRun[]> {
  return useAnswer('invoice-runs', async (signal) => {
    const kept = await everyPage((query) =>
      answered(api.GET('/v1/invoice-runs', { params: { query }, signal })),
    );
    return kept.toSorted((first, second) => second.stored.at.localeCompare(first.stored.at));
  });
}

export function useRun(id: string): Answer<KeptRun> {
  return useAnswer(`invoice-runs/${id}`, (signal) =>
    answered(api.GET('/v1/invoice-runs/{id}', { params: { path: { id } }, signal })),
  );
}

export function previewRun(body: RunRequest, signal: AbortSignal): Promise<Preview> {
  return answered(api.POST('/v1/invoice-runs/preview', { body, signal }));
}

export function draftRun(body: RunRequest): Promise<KeptRun> {
  const header = { 'idempotency-key': crypto.randomUUID() };
  return answered(api.POST('/v1/invoice-runs', { body, params: { header } }));
}

/** Issues a run; what stops it must have been acknowledged. */
export function issueRun(run: KeptRun, acknowledgements: readonly Acknowledgement[]): Promise<KeptRun> {
  const version = `"${run.stored.version}"`;
  const header = { 'if-match': version, 'idempotency-key': `${run.id}-${run.stored.version}` };
  const params = { path: { id: run.id }, header };
  const body = { acknowledgements: [...acknowledgements] };
  return answered(api.POST('/v1/invoice-runs/{id}/issue', { params, body }));
}

export async function deleteRun({ id, stored }: KeptRun): Promise<true> {
  const params = { path: { id }, header: { 'if-match': `"${stored.version}"` } };
  return done(api.DELETE('/v1/invoice-runs/{id}', { params }));
}
