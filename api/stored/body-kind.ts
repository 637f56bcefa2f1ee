import { z } from 'zod';
import { withParts } from '../../data/agreement-parts.ts';
import { loadedAgreement } from '../../data/load-agreement.ts';
import { bodySchema } from '../../data/schema/agreement.ts';
import { dateSchema, idSchema, textSchema } from '../../data/schema/primitives.ts';
import { seatRefusals } from '../../src/access/seat-refusals.ts';
import { SEAT_OFFICES } from '../../src/access/seats.ts';
import { collect, type Refusal, type Result, refused } from '../../src/refusal.ts';
import type { PublishedAgreements } from '../calculation/agreement-source.ts';
import { unknownId } from '../request-refusals.ts';
import { BODIES, type KeptBody } from './agreement-parts.ts';
import type { StoredKind } from './stored-kind.ts';
import { storedSchemas } from './stored-schema.ts';

const MOST_MEMBERS = 500;

const memberSchema = z.strictObject({
  subject: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: 'The name in the audit log', examples: ['user:8f1c'] }),
  name: textSchema.max(200).exactOptional(),
  office: z.enum(SEAT_OFFICES).meta({ description: 'A secretary acts for the body without a vote' }),
  from: dateSchema,
  until: dateSchema.exactOptional().meta({ description: 'The last day; left out: it runs on' }),
});

const { body: _, ...fields } = bodySchema.shape;
const SCHEMAS = storedSchemas(['KeptBody', 'KeptBodies'], {
  agreement: idSchema,
  ...fields,
  members: z.array(memberSchema).max(MOST_MEMBERS, { error: 'list_too_long' }),
});

/** Councils, committees, the management and the board, with who sits in them and for how long. */
export function bodyKind(published: PublishedAgreements): StoredKind<KeptBody> {
  return {
    kind: BODIES,
    noun: 'body',
    name: ['Body', 'Bodies'],
    tag: 'prioritisation',
    read: 'model.read',
    write: 'body.manage',
    schemas: SCHEMAS,
    filters: ['agreement'],
    valuesOf: ({ agreement }) => ({ agreement: [agreement] }),
    firstState: 'published',
    sharedFrom: () => true,
    check: async ({ agreement, kind, title, areas, mandate, members }) => {
      const agreements = await published();
      const loaded = agreements.get(agreement);
      if (loaded === undefined)
        return refused(unknownId('agreement', agreement, [...agreements.keys()], ['agreement']));
      const body = { body: NEW_BODY, kind, title, areas, mandate };
      const seats = seatRefusals(members).map((refusal) => ({
        ...refusal,
        path: ['members', ...refusal.path],
      }));
      return collect<unknown>([
        atBody(loadedAgreement(withParts(loaded.document, { vintages: [], bodies: [body] }))),
        ...seats.map((seat) => refused(seat)),
      ]);
    },
  };
}

/** Stands for the body in the agreement that it is tried in; no id of a body is as long. */
const NEW_BODY = 'body-to-be-kept';

/** The body comes first in the agreement that it was tried in: what is wrong there is wrong with the body. */
function atBody<T>(result: Result<T>): Result<T> {
  if (result.ok) return result;
  return refused(
    ...result.refusals.map(({ path: [, , ...field], ...refusal }): Refusal => ({ ...refusal, path: field })),
  );
}
