import { z } from 'zod';
import { idSchema, momentSchema } from '../../data/schema/primitives.ts';
import { listingQuerySchema, pageSchema } from '../requests/listing.ts';

/** What was known at a moment. */
const asOfSchema = momentSchema.meta({ description: 'As known at this moment, in UTC' });

/** Who kept a version, when and why. */
export const storedSchema = z
  .strictObject({
    version: z.int(),
    state: z.string(),
    owner: z.string(),
    unit: z.string().exactOptional().meta({ description: 'The municipality or body it belongs to' }),
    at: z.string(),
    actor: z.string(),
    action: z.string(),
    reason: z.string(),
    hash: z.string().meta({ description: 'SHA-256 of the canonical JSON of the content' }),
    result: z.string().exactOptional().meta({
      description: 'Hash of what its price is computed from, as it was then: `GET /v1/results/{result}`',
    }),
  })
  .meta({ id: 'Stored', description: 'The version that was kept: who, when and why' });

/** Why something is kept. */
export const reasonSchema = z
  .string()
  .max(1000)
  .exactOptional()
  .meta({ description: 'Why: kept with the version' });

const shared = z.boolean().exactOptional().meta({ description: 'Whether everybody may read it' });

/**
 * The schemas by which a kind is answered, made once and named in the API description: a thing, a page of a list, and
 * every version.
 *
 * @param name one and many, as `KeptScenario` and `KeptScenarios`
 * @param fields what is special to the kind; `id`, `shared` and `stored` come by themselves
 */
export function keptSchemas([one, many]: KindName, fields: z.ZodRawShape) {
  const answer = z.strictObject({ id: idSchema, ...fields, shared, stored: storedSchema }).meta({ id: one });
  return {
    answer,
    page: pageSchema(answer).meta({ id: `${one}Page` }),
    versions: z.strictObject({ items: z.array(answer) }).meta({ id: `${many}Versions` }),
  };
}

/**
 * The same with what a client sends to keep a thing.
 *
 * @param settled fields that a client does not send: they are settled when the thing is kept
 */
export function storedSchemas(name: KindName, fields: z.ZodRawShape, settled: z.ZodRawShape = {}) {
  const id = idSchema.exactOptional().meta({ description: 'Chosen by the client, or made by the service' });
  const request = z
    .strictObject({ id, ...fields, shared, reason: reasonSchema })
    .meta({ id: `New${name[0]}` });
  return { ...keptSchemas(name, { ...fields, ...settled }), request };
}

export type KeptSchemas = ReturnType<typeof keptSchemas>;
/** What is read of a kind, and what is sent to keep one. */
export type StoredSchemas = KeptSchemas & { readonly request: z.ZodType };

/** What a kind is called in operation ids and schemas. */
export type KindName = readonly [one: string, many: string];

export const asOfQuerySchema = z.strictObject({ asOf: asOfSchema.exactOptional() });

/** The moment in the form in which the store keeps moments. */
export function momentOf(asOf: string | undefined): string | undefined {
  return asOf === undefined
    ? undefined
    : Temporal.Instant.from(asOf).toString({ smallestUnit: 'millisecond' });
}

export const removalQuerySchema = z.strictObject({ reason: reasonSchema });

const storedListQuerySchema = listingQuerySchema.extend({
  state: z.string().max(40).exactOptional().meta({ description: 'Only those in this state' }),
  owner: z.string().max(200).exactOptional().meta({ description: 'Only those of this user or program' }),
  unit: z.string().max(80).exactOptional().meta({ description: 'Only those of this municipality or body' }),
  asOf: asOfSchema.exactOptional(),
});

/** The query of a list, with filters of its own by name. */
export function listQuerySchemaOf(filters: readonly string[] = []) {
  const filter = z.string().max(200).exactOptional();
  // To the type they are no fields: which there are is for the kind to say.
  const fields: Record<never, z.ZodType> = Object.fromEntries(
    filters.map((name) => [name, filter.meta({ description: `Only those of this ${name}` })]),
  );
  return storedListQuerySchema.extend(fields);
}

export const creationHeadersSchema = z.looseObject({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .exactOptional()
    .meta({ description: 'The same key and body get the same answer and make one thing' }),
});

export const updateHeadersSchema = z.looseObject({
  'if-match': z
    .string()
    .regex(/^"\d{1,15}"$/, { error: 'if_match_form' })
    .exactOptional()
    .meta({ description: 'The version that was seen, as ETag gave it: "3"' }),
});
