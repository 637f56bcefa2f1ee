import { z } from 'zod';
import { addRates, compareRates, rateFromText, WHOLE, ZERO_RATE } from '../../src/money/rate.ts';
import {
  bilingualSchema,
  municipalityCodeSchema,
  rateSchema,
  shareSchema,
  textSchema,
  weightSchema,
} from './primitives.ts';

/** Contract, key kinds; `limits`, `unit` and `unitTitle` are additions. */
const limitsSchema = z.strictObject({
  rise: rateSchema.refine((text) => !text.startsWith('-'), { error: 'share_range' }).exactOptional(),
  fall: shareSchema.exactOptional(),
});

const limits = { limits: limitsSchema.exactOptional() };
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
  unit: textSchema.max(80).exactOptional(),
  unitTitle: bilingualSchema
    .exactOptional()
    .meta({ description: 'What people read for `unit`, in Danish and English; `unit` itself where absent' }),
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
        .min(1, { error: 'list_empty' })
        .refine((parts) => addsUpToWhole(parts.map((part) => part.share)), { error: 'mix_shares_not_one' }),
      ...limits,
    }),
  ])
  .meta({ description: 'Allocation key (fordelingsnøgle)' });

function addsUpToWhole(shares: readonly string[]): boolean {
  const total = shares.map(rateFromText).reduce(addRates, ZERO_RATE);
  return compareRates(total, WHOLE) === 0;
}

export type AllocationKeyDocument = z.infer<typeof allocationKeySchema>;
export type PlainKeyDocument = z.infer<typeof partKeySchema>;
