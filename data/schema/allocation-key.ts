import { z } from 'zod';
import { municipalityCodeSchema, rateSchema, shareSchema, weightSchema } from './primitives.ts';

/** Contract, key kinds; `limits` and `unit` are additions. */
const limitsSchema = z.strictObject({
  rise: rateSchema.refine((text) => !text.startsWith('-'), { error: 'share_range' }).optional(),
  fall: shareSchema.optional(),
});

const limits = { limits: limitsSchema.optional() };
const population = { kind: z.literal('population') };
const populationTiered = {
  kind: z.literal('population-tiered'),
  threshold: z.int({ error: 'count_form' }).min(0, { error: 'count_form' }),
  weightAbove: shareSchema,
};
const equal = { kind: z.literal('equal') };
const weights = {
  kind: z.literal('weights'),
  weights: z.record(municipalityCodeSchema, weightSchema),
  unit: z.string().min(1).max(80).optional(),
};

/** A part of a mix: no limits, and at most one mix inside a mix is ever needed, so none. */
const partKeySchema = z.discriminatedUnion('kind', [
  z.strictObject(population),
  z.strictObject(populationTiered),
  z.strictObject(equal),
  z.strictObject(weights),
]);

export const allocationKeySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...population, ...limits }),
    z.strictObject({ ...populationTiered, ...limits }),
    z.strictObject({ ...equal, ...limits }),
    z.strictObject({ ...weights, ...limits }),
    z.strictObject({
      kind: z.literal('mix'),
      parts: z
        .array(z.strictObject({ share: shareSchema, key: partKeySchema }))
        .min(1, { error: 'list_empty' }),
      ...limits,
    }),
  ])
  .meta({ description: 'Allocation key (fordelingsnøgle)' });

export type AllocationKeyDocument = z.infer<typeof allocationKeySchema>;
export type PlainKeyDocument = z.infer<typeof partKeySchema>;
