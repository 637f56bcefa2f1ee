import { checkForm } from '../../data/schema/describe-issues.ts';
import { idSchema } from '../../data/schema/primitives.ts';
import { type InitiativeDocument, initiativeSchema } from '../../data/schema/proposal.ts';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { accepted, type Refusal, type Result, refused } from '../../src/refusal.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { unknownId } from '../request-refusals.ts';
import type { StoredBody, StoredKind } from './stored-kind.ts';
import { storedSchemas } from './stored-schema.ts';

/** A kept initiative of an agreement's portfolio; its id is that of the kept thing. */
export interface KeptInitiative extends StoredBody, Omit<InitiativeDocument, 'id'> {
  readonly agreement: string;
}

const { id: _, ...fields } = initiativeSchema.shape;
const SCHEMAS = storedSchemas(['KeptInitiative', 'KeptInitiatives'], { agreement: idSchema, ...fields });

/** Initiatives that councils keep in a portfolio, to take into their proposals. */
export function initiativeKind(published: PublishedAgreements): StoredKind<KeptInitiative> {
  return {
    kind: 'initiatives',
    noun: 'initiative',
    name: ['Initiative', 'Initiatives'],
    tag: 'prioritisation',
    read: 'initiative.read',
    write: 'initiative.write',
    schemas: SCHEMAS,
    filters: ['agreement', 'area', 'target'],
    valuesOf: ({ agreement, area, target }) => ({ agreement: [agreement], area: [area], target: [target] }),
    check: async ({ agreement, shared: __, ...initiative }) => {
      const agreements = await published();
      const loaded = agreements.get(agreement);
      if (loaded === undefined)
        return refused(unknownId('agreement', agreement, [...agreements.keys()], ['agreement']));
      const whole = checkForm(initiativeSchema, { id: 'kept', ...initiative });
      return whole.ok ? namesKnown(whole.value, loaded.agreement) : whole;
    },
  };
}

function namesKnown({ area, target }: InitiativeDocument, agreement: Agreement): Result<unknown> {
  const areas = agreement.areas.map((known) => known.area);
  const targets = ['new', ...agreement.solutions.map(({ solution }) => solution)];
  const refusals: Refusal[] = [];
  if (!areas.includes(area)) refusals.push(unknownId('area', area, areas, ['area']));
  if (!targets.includes(target)) refusals.push(unknownId('solution', target, targets, ['target']));
  return refusals.length > 0 ? refused(...refusals) : accepted(undefined);
}
