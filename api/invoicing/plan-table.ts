import { randomUUID } from 'node:crypto';
import type { SplitPlanDocument } from '../../data/schema/split-plan.ts';
import { foreignRows, plansFromRows } from '../../data/split-plans/plans-from-rows.ts';
import { splitPlanDocument } from '../../data/split-plans/split-plan-document.ts';
import type { Identity } from '../../src/access/identity.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { accepted, invariant, type Result, refused } from '../../src/refusal.ts';
import { hashOf } from '../../src/result-hash.ts';
import type { Database } from '../../store/database.ts';
import { countVersions } from '../../store/resource-versions.ts';
import { createResource, updateResource, versionConflict } from '../../store/resources.ts';
import { type Store, type WriteUnderWay, write } from '../../store/write.ts';
import type { ReadRows } from '../../tables/table.ts';
import { type KeptSplitPlan, type PlanInStore, planId, plansKeptFor, SPLIT_PLANS } from './kept-plans.ts';
import { requireOwn } from './split-plan-kind.ts';

/** What an import did to the plans of the municipalities that it names. */
export interface PlanImport {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly deleted: number;
}

/** Whose plans a table is about: one municipality's, or all. */
export interface TableScope {
  readonly municipality?: string;
}

/** Who imports, why, whose plans, and which state of these they have seen. */
export interface Importing extends TableScope {
  readonly identity: Identity;
  readonly reason: string;
  readonly seen: bigint;
}

/** How many versions of the plans have been kept: it rises with every change, and so tells one state from another. */
export function planState(query: Database['query'], { municipality }: TableScope): Promise<bigint> {
  return countVersions(query, {
    kind: SPLIT_PLANS,
    ...(municipality !== undefined && { unit: municipality }),
  });
}

/**
 * Gives the municipalities that a table names exactly the plans that it has, all or nothing; the plans of others stay as they
 * are. Refused as `plansFromRows` and `foreignRows`, each error with its row and column, or with `version_conflict`.
 */
export async function importPlans(
  store: Store,
  agreement: Agreement,
  rows: ReadRows,
  { identity, reason, seen, ...scope }: Importing,
): Promise<Result<PlanImport>> {
  const read = plansFromRows(rows, agreement);
  const foreign = scope.municipality === undefined ? [] : foreignRows(rows, scope.municipality);
  if (!read.ok || foreign.length > 0) return refused(...foreign, ...(read.ok ? [] : read.refusals));
  const plans = read.value.map(splitPlanDocument);
  for (const municipality of new Set(plans.map((plan) => plan.municipality)))
    requireOwn(identity, municipality);
  const id = agreement.agreement;
  const detail = { agreement: id, reason, plans: hashOf(plans) };
  const act = { actor: identity.subject, action: `${SPLIT_PLANS}.import`, target: SPLIT_PLANS, detail };
  return write(store, act, async (under) => {
    const state = await planState(under.transaction, scope);
    if (state !== seen) return versionConflict(SPLIT_PLANS, seen, state);
    return accepted({ value: await replacePlans(under, id, plans, reason) });
  });
}

async function replacePlans(
  under: WriteUnderWay,
  agreement: string,
  plans: readonly SplitPlanDocument[],
  reason: string,
): Promise<PlanImport> {
  const named = new Set(plans.map(({ municipality }) => municipality));
  const kept = await plansKeptFor(under.transaction, agreement);
  const before = new Map(
    kept.filter(({ plan }) => named.has(plan.municipality)).map((one) => [dayKey(one.plan), one]),
  );
  const wanted = new Map(plans.map((plan) => [dayKey(plan), plan]));
  const done = { created: 0, changed: 0, unchanged: 0, deleted: 0 };
  for (const key of new Set([...before.keys(), ...wanted.keys()]))
    done[await settlePlan(under, agreement, before.get(key), wanted.get(key), reason)]++;
  return done;
}

/** One plan of a municipality: as it is kept, and as the table has it. */
async function settlePlan(
  under: WriteUnderWay,
  agreement: string,
  before: PlanInStore | undefined,
  wanted: SplitPlanDocument | undefined,
  reason: string,
): Promise<keyof PlanImport> {
  if (before === undefined) {
    invariant(wanted !== undefined, 'a plan that is settled is kept or wanted');
    await createPlan(under, { agreement, ...wanted }, reason);
    return 'created';
  }
  if (wanted !== undefined && hashOf(wanted) === hashOf(before.plan)) return 'unchanged';
  const version = {
    body: { ...before.body, ...wanted },
    state: 'draft',
    action: 'import',
    reason,
    deleted: wanted === undefined,
  };
  const updated = await updateResource(under, { kind: SPLIT_PLANS, id: before.id }, before.version, version);
  invariant(updated.ok, 'nobody changes a plan while the write goes on');
  return wanted === undefined ? 'deleted' : 'changed';
}

/** Under its usual id, or another where a plan that was deleted has had that. */
async function createPlan(under: WriteUnderWay, body: KeptSplitPlan, reason: string): Promise<void> {
  const version = { body, state: 'draft', action: 'import', reason };
  const owner = { kind: SPLIT_PLANS, owner: under.actor, unit: body.municipality };
  const usual = await createResource(under, { ...owner, id: planId(body.agreement, body) }, version);
  if (!usual.ok) await createResource(under, { ...owner, id: randomUUID() }, version);
}

/** Of a municipality and a first day there is one plan. */
function dayKey({ municipality, validFrom }: SplitPlanDocument): string {
  return `${municipality} ${validFrom}`;
}
