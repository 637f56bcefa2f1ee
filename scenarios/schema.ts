import { z } from 'zod';
import { allocationKeySchema } from '../data/schema/allocation-key.ts';
import { figureAddressSchema } from '../data/schema/figure.ts';
import {
  bilingualSchema,
  dateSchema,
  efficiencyRateSchema,
  idSchema,
  indexRateSchema,
  moneySchema,
  municipalityCodeSchema,
  positiveMoneySchema,
  rateSchema,
  shareSchema,
  weightSchema,
  yearSchema,
} from '../data/schema/primitives.ts';

/** The longest span of years that one scenario may ask for. */
export const MOST_YEARS = 30;
const MOST_CHANGES = 1000;

const efficiencyScope = {
  type: z.literal('set-efficiency'),
  year: yearSchema,
  solutions: z.array(idSchema).min(1, { error: 'list_empty' }).exactOptional(),
  components: z.array(idSchema).min(1, { error: 'list_empty' }).exactOptional(),
};

const citizensSchema = z.int({ error: 'count_form' }).min(1, { error: 'count_form' });

const poolChange = {
  year: yearSchema,
  solution: idSchema,
  amount: positiveMoneySchema,
  reason: z.string().min(1).max(500),
};

/** One change of a scenario; types and fields as the contract names them. */
export const changeSchema = z
  .discriminatedUnion('type', [
    z
      .strictObject({
        type: z.literal('set-index'),
        year: yearSchema,
        wage: indexRateSchema.exactOptional(),
        price: indexRateSchema.exactOptional(),
        combined: indexRateSchema.exactOptional(),
        correction: rateSchema.exactOptional(),
      })
      .refine(
        (change) =>
          [change.wage, change.price, change.combined, change.correction].some((rate) => rate !== undefined),
        {
          error: 'change_sets_nothing',
        },
      ),
    z.strictObject({ type: z.literal('set-index-vintage'), asOf: dateSchema }),
    z
      .strictObject({
        ...efficiencyScope,
        rate: efficiencyRateSchema.exactOptional(),
        amount: positiveMoneySchema.exactOptional(),
      })
      .refine((change) => (change.rate === undefined) !== (change.amount === undefined), {
        error: 'rate_or_amount',
      }),
    z.strictObject({
      type: z.literal('set-base-price'),
      solution: idSchema.exactOptional(),
      component: idSchema.exactOptional(),
      amount: positiveMoneySchema,
    }),
    z.strictObject({
      type: z.literal('set-reserved-share'),
      solution: idSchema.exactOptional(),
      share: shareSchema,
    }),
    z.strictObject({
      type: z.literal('withdraw'),
      municipality: municipalityCodeSchema,
      lastYear: yearSchema,
      fixedShare: shareSchema.exactOptional(),
    }),
    z.strictObject({ type: z.literal('enter'), municipality: municipalityCodeSchema, firstYear: yearSchema }),
    z.strictObject({ type: z.literal('only-signed'), asOf: dateSchema }),
    z.strictObject({ type: z.literal('add-solution'), solution: idSchema, fromYear: yearSchema }),
    z.strictObject({ type: z.literal('remove-solution'), solution: idSchema, fromYear: yearSchema }),
    z.strictObject({
      type: z.literal('set-key'),
      solution: idSchema.exactOptional(),
      key: allocationKeySchema,
    }),
    z.strictObject({ type: z.literal('set-rule-set'), ruleSet: idSchema }),
    z.strictObject({
      type: z.literal('set-population'),
      year: yearSchema,
      populations: z
        .record(municipalityCodeSchema, citizensSchema)
        .refine((populations) => Object.keys(populations).length > 0, { error: 'change_sets_nothing' })
        .meta({
          description: 'Citizens by municipality, from the year on; one that is not named stays as it is',
        }),
    }),
    z
      .strictObject({
        type: z.literal('grow-population'),
        firstYear: yearSchema,
        lastYear: yearSchema,
        rate: indexRateSchema,
        municipalities: z.array(municipalityCodeSchema).min(1, { error: 'list_empty' }).exactOptional(),
      })
      .refine(({ firstYear, lastYear }) => firstYear <= lastYear, {
        error: 'period_reversed',
        path: ['lastYear'],
      }),
    z.strictObject({ type: z.literal('set-criterion-weight'), criterion: idSchema, weight: weightSchema }),
    z.strictObject({ type: z.literal('commit-pool'), ...poolChange }),
    z.strictObject({ type: z.literal('carry-over-pool'), ...poolChange }),
  ])
  .meta({ id: 'Change' });

/** A scenario as the contract has it, stored or inline. */
export const scenarioSchema = z
  .strictObject({
    agreement: idSchema,
    years: z
      .strictObject({ from: yearSchema, to: yearSchema })
      .refine((years) => years.from <= years.to, { error: 'years_reversed', path: ['to'] })
      .refine((years) => years.to - years.from < MOST_YEARS, { error: 'years_too_many', path: ['to'] }),
    basedOn: idSchema.exactOptional(),
    changes: z.array(changeSchema).max(MOST_CHANGES, { error: 'list_too_long' }),
  })
  .meta({ id: 'Scenario' });

/** A scenario file: the scenario with a sentence as title, an explanation, and the figures it must give. */
export const scenarioFileSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  id: idSchema,
  title: bilingualSchema,
  explanation: bilingualSchema,
  scenario: scenarioSchema,
  /** Figures of the price answer that a test compares with what the scenario really gives. */
  expected: z.array(figureAddressSchema.extend({ equals: moneySchema })).min(1, { error: 'list_empty' }),
});

export type ChangeDocument = z.infer<typeof changeSchema>;
export type ScenarioDocument = z.infer<typeof scenarioSchema>;
export type ScenarioFile = z.infer<typeof scenarioFileSchema>;
