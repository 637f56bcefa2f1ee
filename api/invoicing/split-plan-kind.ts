import { idSchema } from '../../data/schema/primitives.ts';
import { splitPlanSchema } from '../../data/schema/split-plan.ts';
import { splitPlansFromDocument } from '../../data/split-plans/split-plans-from-document.ts';
import type { Identity } from '../../src/access/identity.ts';
import { permits } from '../../src/access/permissions.ts';
import { overlappingPlans } from '../../src/invoicing/plan-on.ts';
import { accepted, type Refusal, type Result, refused } from '../../src/refusal.ts';
import type { WriteUnderWay } from '../../store/write.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { RequestError } from '../request-error.ts';
import { requestRefusal, unknownId } from '../request-refusals.ts';
import type { StoredKind } from '../stored/stored-kind.ts';
import { storedSchemas } from '../stored/stored-schema.ts';
import { type KeptSplitPlan, plansKeptFor, SPLIT_PLANS } from './kept-plans.ts';

const SCHEMAS = storedSchemas(['KeptSplitPlan', 'KeptSplitPlans'], {
  agreement: idSchema,
  ...splitPlanSchema.shape,
});

/** Split plans: those of a municipality are its own, and no two of them hold on the same day. */
export function splitPlanKind(published: PublishedAgreements): StoredKind<KeptSplitPlan> {
  return {
    kind: SPLIT_PLANS,
    noun: 'split_plan',
    name: ['SplitPlan', 'SplitPlans'],
    tag: 'invoices',
    read: 'split-plan.read',
    write: 'split-plan.write',
    schemas: SCHEMAS,
    unitOf: ({ municipality }) => municipality,
    check: async ({ agreement: id, shared: _, ...plan }, identity) => {
      requireOwn(identity, plan.municipality);
      const agreements = await published();
      const loaded = agreements.get(id);
      if (loaded === undefined)
        return refused(unknownId('agreement', id, [...agreements.keys()], ['agreement']));
      const read = splitPlansFromDocument([plan], loaded.agreement);
      return read.ok ? read : refused(...read.refusals.map(withoutPlace));
    },
    fits: holdsAlone,
  };
}

/** Ends the request of who may not keep plans of the municipality. */
export function requireOwn(identity: Identity, municipality: string): void {
  const plan = { owner: '', unit: municipality, isShared: false };
  if (permits(identity, 'split-plan.write', plan)) return;
  throw new RequestError('forbidden', requestRefusal('right_missing', ['municipality']));
}

/** No other plan of the municipality holds on a day of this one: refused with `plans_overlap`. */
async function holdsAlone(
  { transaction }: WriteUnderWay,
  plan: KeptSplitPlan,
  id: string,
): Promise<Result<unknown>> {
  const { agreement, municipality } = plan;
  const kept = await plansKeptFor(transaction, agreement, { municipality });
  const others = kept.filter((other) => other.id !== id).map((other) => other.plan);
  const overlaps = overlappingPlans([...others, plan]).filter(({ path }) => path[0] === others.length);
  return overlaps.length === 0 ? accepted(undefined) : refused(...overlaps.map(withoutPlace));
}

/** A refusal of a list of one plan, seen from the plan. */
function withoutPlace(refusal: Refusal): Refusal {
  return { ...refusal, path: refusal.path.slice(1) };
}
