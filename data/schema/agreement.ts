import { z } from 'zod';
import { accessionsSchema } from './accession.ts';
import { allocationKeySchema } from './allocation-key.ts';
import { pastYearSchema } from './past-amounts.ts';
import {
  bilingualSchema,
  dateSchema,
  efficiencyRateSchema,
  idSchema,
  indexRateSchema,
  municipalityCodeSchema,
  positiveMoneySchema,
  provenanceSchema,
  rateSchema,
  shareSchema,
  textSchema,
  weightSchema,
  yearSchema,
} from './primitives.ts';

const periodSchema = z
  .strictObject({ firstYear: yearSchema, lastYear: yearSchema.exactOptional() })
  .refine((period) => period.lastYear === undefined || period.firstYear <= period.lastYear, {
    error: 'period_reversed',
  });

const componentSchema = z.strictObject({
  component: idSchema,
  order: z.int({ error: 'count_form' }),
  title: bilingualSchema,
  reservable: z.boolean(),
});

const basePriceSchema = z.strictObject({
  component: idSchema,
  amount: positiveMoneySchema,
  wageShare: shareSchema.exactOptional(),
  provenance: provenanceSchema,
});

const solutionSchema = z.strictObject({
  solution: idSchema,
  order: z.int({ error: 'count_form' }),
  title: bilingualSchema,
  area: idSchema,
  group: z.enum(['agreement', 'accession-basis', 'statutory', 'phasing']),
  periods: z.array(periodSchema),
  basePrices: z.array(basePriceSchema).min(1, { error: 'list_empty' }),
  reservedShare: shareSchema,
  reservedShareProvenance: provenanceSchema,
  key: allocationKeySchema,
  keyProvenance: provenanceSchema,
  participants: z.array(municipalityCodeSchema).exactOptional(),
  notes: bilingualSchema.exactOptional(),
});

/** The rates of a year as believed at one vintage. */
export const indexEntrySchema = z.strictObject({
  year: yearSchema,
  vintage: dateSchema,
  status: z.enum(['estimate', 'final']),
  wage: indexRateSchema.exactOptional(),
  price: indexRateSchema.exactOptional(),
  combined: indexRateSchema,
  correction: rateSchema,
  provenance: provenanceSchema,
});

/** A rate or an amount, never both; without a list of solutions or components it covers all of them. */
const efficiencySchema = z
  .strictObject({
    year: yearSchema,
    rate: efficiencyRateSchema.exactOptional(),
    amount: positiveMoneySchema.exactOptional(),
    solutions: z.array(idSchema).min(1, { error: 'list_empty' }).exactOptional(),
    components: z.array(idSchema).min(1, { error: 'list_empty' }).exactOptional(),
    provenance: provenanceSchema,
  })
  .refine((measure) => (measure.rate === undefined) !== (measure.amount === undefined), {
    error: 'rate_or_amount',
  });

const municipalitySchema = z.strictObject({
  municipality: municipalityCodeSchema,
  name: textSchema,
  region: textSchema,
  cvr: z.string().regex(/^\d{8}$/, { error: 'cvr_form' }),
  population: z.int({ error: 'count_form' }).min(1, { error: 'count_form' }),
  populationDate: dateSchema,
  provenance: provenanceSchema,
  membership: z.array(
    z.strictObject({
      firstYear: yearSchema,
      lastYear: yearSchema.exactOptional(),
      fixedShare: shareSchema.exactOptional(),
    }),
  ),
});

/** A council, a committee, the management or the board. */
export const bodySchema = z.strictObject({
  body: idSchema,
  kind: z.enum(['professional-committee', 'portfolio-council', 'executive-management', 'board']),
  title: bilingualSchema,
  areas: z.array(idSchema),
  mandate: z.array(z.enum(['advise', 'recommend', 'prioritise', 'decide'])).min(1, { error: 'list_empty' }),
});

const criterionSchema = z.strictObject({
  criterion: idSchema,
  title: bilingualSchema,
  measure: z.enum(['score', 'kroner']).meta({
    description: 'Counts the points that an initiative states, or its benefit in million kroner a year',
  }),
  weight: weightSchema,
  provenance: provenanceSchema,
});

/** An agreement as a file and as `GET /v1/agreements/{id}` answers it: complete enough to recompute every figure by hand. */
export const agreementSchema = z
  .strictObject({
    $schema: z.string().exactOptional(),
    agreement: idSchema,
    version: textSchema,
    title: bilingualSchema,
    baseYear: yearSchema,
    components: z.array(componentSchema).min(1, { error: 'list_empty' }),
    solutions: z.array(solutionSchema).min(1, { error: 'list_empty' }),
    index: z.array(indexEntrySchema),
    efficiency: z.array(efficiencySchema),
    municipalities: z.array(municipalitySchema).min(1, { error: 'list_empty' }),
    areas: z.array(
      z.strictObject({
        area: idSchema,
        title: bilingualSchema,
        focus: z.array(z.strictObject({ focus: idSchema, title: bilingualSchema })),
      }),
    ),
    bodies: z.array(bodySchema),
    criteria: z
      .array(criterionSchema)
      .exactOptional()
      .meta({ description: 'By what the benefit of initiatives is judged' }),
    accessions: accessionsSchema.exactOptional(),
    pastAmounts: z.array(pastYearSchema).exactOptional(),
  })
  .meta({ id: 'Agreement' });

export type AgreementDocument = z.infer<typeof agreementSchema>;
