import { z } from 'zod';
import { withParts } from '../../data/agreement-parts.ts';
import { loadedAgreement } from '../../data/load-agreement.ts';
import { indexEntrySchema } from '../../data/schema/agreement.ts';
import { dateSchema, idSchema } from '../../data/schema/primitives.ts';
import { accepted, type Refusal, type Result, refused } from '../../src/refusal.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { unknownId } from '../request-refusals.ts';
import { type KeptVintage, VINTAGES, vintageId } from './agreement-parts.ts';
import type { StoredKind } from './stored-kind.ts';
import { keptSchemas, reasonSchema } from './stored-schema.ts';

const { vintage: _, ...entryFields } = indexEntrySchema.shape;
const MOST_YEARS = 100;

const fields = {
  agreement: idSchema,
  vintage: dateSchema.meta({ description: 'The day of publication' }),
  entries: z
    .array(z.strictObject(entryFields))
    .min(1, { error: 'list_empty' })
    .max(MOST_YEARS, { error: 'list_too_long' }),
};
const SCHEMAS = {
  ...keptSchemas(['KeptIndexVintage', 'KeptIndexVintages'], fields),
  request: z.strictObject({ ...fields, reason: reasonSchema }).meta({ id: 'NewIndexVintage' }),
};

/** Publications of price and wage rates: each is kept once and never changes; what was wrong is put right by the next. */
export function vintageKind(published: PublishedAgreements): StoredKind<KeptVintage> {
  return {
    kind: VINTAGES,
    noun: 'index_vintage',
    name: ['IndexVintage', 'IndexVintages'],
    tag: 'data',
    read: 'model.read',
    write: 'vintage.publish',
    schemas: SCHEMAS,
    filters: ['agreement'],
    valuesOf: ({ agreement }) => ({ agreement: [agreement] }),
    firstState: 'published',
    sharedFrom: () => true,
    idOf: ({ agreement, vintage }) => vintageId(agreement, vintage),
    check: async ({ agreement, vintage, entries }) => {
      const agreements = await published();
      const loaded = agreements.get(agreement);
      if (loaded === undefined)
        return refused(unknownId('agreement', agreement, [...agreements.keys()], ['agreement']));
      if (loaded.document.index.some((entry) => entry.vintage === vintage)) return vintagePublished(vintage);
      const parts = { vintages: [{ vintage, entries }], bodies: [] };
      return atEntries(loadedAgreement(withParts(loaded.document, parts)));
    },
  };
}

/** The entries come first in the agreement that they were tried in. */
function atEntries<T>(result: Result<T>): Result<unknown> {
  if (result.ok) return accepted(undefined);
  return refused(
    ...result.refusals.map(
      ({ path: [, ...rest], ...refusal }): Refusal => ({ ...refusal, path: ['entries', ...rest] }),
    ),
  );
}

function vintagePublished(vintage: string): Result<never> {
  return refused({
    code: 'vintage_published',
    path: ['vintage'],
    message: {
      da: `Pris- og lønskønnet fra ${vintage} er offentliggjort og ændres ikke.`,
      en: `The index vintage of ${vintage} is published and does not change.`,
    },
    remedy: {
      da: 'Offentliggør de nye tal med deres egen dato.',
      en: 'Publish the new rates with a date of their own.',
    },
  });
}
