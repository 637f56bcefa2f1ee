import { signal } from '@preact/signals';
import { answered, api, type Schemas } from '../api/client.ts';
import { everyPage } from '../api/every-page.ts';
import { type Answer, useAnswer } from '../api/use-answer.ts';
import { inBoth } from '../language/language.ts';
import { tableBody } from '../transfer/table-file.ts';

const words = inBoth(
  { comparing: 'Sammenligner forslag og metoder' },
  { comparing: 'Comparing proposals and methods' },
);

export type PlanComparison = Schemas['PlanComparisonAnswer'];
export type Plan = Schemas['ComparedPlan'];
export type PlanYear = Schemas['PlanYear'];
export type PlanInitiative = Schemas['PlanInitiative'];
export type Outcome = PlanInitiative['outcome'];
export type KeptProposal = Schemas['KeptProposal'];
export type ImportedInitiatives = Schemas['ImportedInitiatives'];

/** The methods that choose by themselves. */
export const METHODS = ['optimum', 'greedy', 'equal-shares'] as const;
export type Method = (typeof METHODS)[number];

const OF_METHOD = 'method/';

/** What is put side by side: ids of kept proposals, and `method/…`. */
export function idOfMethod(method: Method): string {
  return `${OF_METHOD}${method}`;
}

export function methodOf(plan: string): Method | undefined {
  return METHODS.find((method) => idOfMethod(method) === plan);
}

/** Everything about the chosen plans on a scenario; `asked` is the initiative of which more is to be known. */
export function usePlans(
  scenario: string,
  plans: readonly string[],
  asked: string | undefined,
): Answer<PlanComparison> {
  const methods = METHODS.filter((method) => plans.includes(idOfMethod(method)));
  const body = {
    scenarioId: scenario,
    proposals: plans.filter((plan) => methodOf(plan) === undefined),
    methods: methods.map((method) => ({ method })),
    initiatives: 'all' as const,
    carryOver: true,
    ...(asked !== undefined && { ask: [asked] }),
  };
  const key = plans.length === 0 ? undefined : `plans/${imports.value}/${JSON.stringify(body)}`;
  return useAnswer(
    key,
    (signal) => answered(api.POST('/v1/prioritisations/compare', { body, signal })),
    () => words().comparing,
  );
}

/** Every proposal for an agreement that one may read, by id. */
export function useProposals(agreement: string): Answer<readonly KeptProposal[]> {
  return useAnswer(`proposals/${agreement}`, (signal) =>
    everyPage((page) =>
      answered(api.GET('/v1/proposals', { params: { query: { ...page, agreement } }, signal })),
    ),
  );
}

/** Keeps what a proposal says once more, as the user's own draft. */
export function keepCopy({ agreement, years, proposal }: KeptProposal, title: string): Promise<KeptProposal> {
  const header = { 'idempotency-key': crypto.randomUUID() };
  return answered(
    api.POST('/v1/proposals', { body: { title, agreement, years, proposal }, params: { header } }),
  );
}

/** How often initiatives have been loaded from this page: each time, the plans are asked for anew. */
const imports = signal(0);

/** Keeps the initiatives of a table, all of them or none. */
export async function importInitiatives(agreement: string, table: Blob): Promise<ImportedInitiatives> {
  const params = { path: { id: agreement } };
  const imported = await answered(
    api.POST('/v1/agreements/{id}/initiatives', { ...tableBody(table), params }),
  );
  imports.value += 1;
  return imported;
}
