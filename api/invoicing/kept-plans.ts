import type { SplitPlanDocument } from '../../data/schema/split-plan.ts';
import { splitPlanDocument } from '../../data/split-plans/split-plan-document.ts';
import type { SplitPlan } from '../../src/invoicing/split-plan.ts';
import { byCodePoint } from '../../src/order.ts';
import { accepted } from '../../src/refusal.ts';
import type { Database } from '../../store/database.ts';
import { listResources } from '../../store/resource-versions.ts';
import { createResource } from '../../store/resources.ts';
import { type Store, type WriteUnderWay, write } from '../../store/write.ts';
import { SHIPPED_BY } from '../stored/keep-shipped.ts';
import type { StoredBody } from '../stored/stored-kind.ts';

/** The kind of split plans in the store. */
export const SPLIT_PLANS = 'split-plans';

/** A municipality's kept plan of how the invoices of an agreement are split. */
export type KeptSplitPlan = StoredBody & SplitPlanDocument & { readonly agreement: string };

/** A kept plan with where it stands in the store. */
export interface PlanInStore {
  readonly id: string;
  readonly version: bigint;
  readonly plan: SplitPlanDocument;
  /** The plan as it is kept: with its agreement, and whether it is shared. */
  readonly body: KeptSplitPlan;
}

/** More plans than municipalities will ever have. */
const ALL = 1_000_000;

/** The kept plans of an agreement, or of one municipality in it, by municipality and first day. */
export async function plansKeptFor(
  query: Database['query'],
  agreement: string,
  { municipality, asOf }: { readonly municipality?: string; readonly asOf?: string } = {},
): Promise<PlanInStore[]> {
  const unit = municipality === undefined ? {} : { unit: municipality };
  const moment = asOf === undefined ? {} : { asOf };
  const kept = await listResources(query, { kind: SPLIT_PLANS, limit: ALL, ...unit, ...moment });
  return kept
    .flatMap(({ id, version, body }) => {
      const whole = body as KeptSplitPlan;
      const { agreement: of, shared: _, ...plan } = whole;
      return of === agreement ? [{ id, version, plan, body: whole }] : [];
    })
    .toSorted(
      ({ plan: first }, { plan: second }) =>
        byCodePoint(first.municipality, second.municipality) ||
        byCodePoint(first.validFrom, second.validFrom),
    );
}

/** The id of a plan that no client has named: of municipality, agreement and first day there is one. */
export function planId(agreement: string, { municipality, validFrom }: SplitPlanDocument): string {
  return `${agreement}-${municipality}-${validFrom}`;
}

/**
 * Keeps the plans that come with an agreement as what its municipalities start from: each belongs to its municipality, and one
 * that has ever been kept under the id stays as the municipality has left it.
 */
export async function keepStartingPlans(
  store: Store,
  agreement: string,
  plans: readonly SplitPlan[],
): Promise<void> {
  const act = {
    actor: SHIPPED_BY,
    action: `${SPLIT_PLANS}.ship`,
    target: SPLIT_PLANS,
    detail: { agreement },
  };
  await write(store, act, async (under) => {
    let isRepeat = true;
    for (const plan of plans) if (await keepStartingPlan(under, agreement, plan)) isRepeat = false;
    return accepted({ value: undefined, isRepeat });
  });
}

async function keepStartingPlan(under: WriteUnderWay, agreement: string, plan: SplitPlan): Promise<boolean> {
  const document = splitPlanDocument(plan);
  const key = { kind: SPLIT_PLANS, id: planId(agreement, document) };
  const version = { body: { agreement, ...document }, state: 'draft', action: 'ship', reason: '' };
  const unit = plan.municipality;
  const created = await createResource(under, { ...key, owner: SHIPPED_BY, unit }, version);
  return created.ok;
}
