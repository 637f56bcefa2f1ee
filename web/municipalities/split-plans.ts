import { answered, api, type Schemas } from '../api/client.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';
import { tableBody } from '../transfer/table-file.ts';

export type SplitPlan = Schemas['SplitPlanTable']['plans'][number];

/** A municipality's plans, and the tag of the state in which they were seen. */
export interface SeenPlans {
  readonly plans: readonly SplitPlan[];
  readonly seen: string;
}

/** How the invoices of an agreement are split within a municipality. */
export function useSplitPlans(agreement: string, municipality: string): Answer<SeenPlans> {
  return useAnswer(`split-plans/${agreement}/${municipality}`, async (signal) => {
    const params = { query: { agreement, municipality } };
    const asked = api.GET('/v1/split-plans/table', { params, signal });
    const { response } = await asked;
    const { plans } = await answered(asked);
    return { plans, seen: response.headers.get('etag') ?? '' };
  });
}

/** Gives the municipality the plans of a table, in place of those that were seen. */
export function importSplitPlans(
  agreement: string,
  municipality: string,
  table: Blob,
  seen: string,
): Promise<Schemas['SplitPlanImport']> {
  const params = { query: { agreement, municipality }, header: { 'if-match': seen } };
  return answered(api.PUT('/v1/split-plans/table', { ...tableBody(table), params }));
}

/** What an instalment would come to for one municipality, were it invoiced today; nothing is kept. */
export interface OwnPreview {
  readonly drafts: readonly Schemas['InvoiceDraft'][];
  /** The municipality's amount as priced, and the sum of the lines of its invoices. */
  readonly check: { readonly expected: string; readonly found: string } | undefined;
}

/** @param instalment of the year, from 1 */
export async function previewOwn(
  agreement: string,
  municipality: string,
  { year, instalment }: { readonly year: number; readonly instalment: number },
  signal: AbortSignal,
): Promise<OwnPreview> {
  const body = { agreement, purpose: 'ordinary', year, instalment } as const;
  const params = { query: { municipality } };
  const { drafts = [], checks } = await answered(
    api.POST('/v1/invoice-runs/preview', { body, params, signal }),
  );
  return {
    drafts,
    check: checks.find(({ subject, id }) => subject === 'municipality' && id === municipality),
  };
}
