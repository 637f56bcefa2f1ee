import { z } from 'zod';
import { KRONER_FORM } from '../../src/money/ore.ts';
import { compareRates, RATE_FORM, rateFromText, WHOLE, ZERO_RATE } from '../../src/money/rate.ts';

/**
 * The smallest parts of every document that comes from outside. Schemas check the form and keep the JSON
 * type; error messages are codes of `form-errors.ts`, which holds their Danish and English texts. A text of the
 * wrong form aborts, so that no later check reads it as a number.
 */

/** Kroner with two decimals as text. */
export const moneySchema = z
  .string({ error: 'money_form' })
  .regex(KRONER_FORM, { error: 'money_form', abort: true })
  .meta({ description: 'Kroner with exactly two decimals as text', examples: ['1234.50'] });

export const positiveMoneySchema = moneySchema.refine((text) => !text.startsWith('-'), {
  error: 'money_negative',
});

/** A decimal as text. */
export const rateSchema = z
  .string({ error: 'rate_form' })
  .regex(RATE_FORM, { error: 'rate_form', abort: true })
  .meta({ description: 'A decimal as text; 0.0275 is 2,75 %', examples: ['0.0275'] });

const LOSS_OF_ALL = rateFromText('-1');

/** A rate of change: above −1, so that nothing is regulated to zero or below. */
export const indexRateSchema = rateSchema.refine(
  (text) => compareRates(rateFromText(text), LOSS_OF_ALL) > 0,
  { error: 'index_rate_range' },
);

/** A fraction that may be the whole: 0 to 1. */
export const shareSchema = rateSchema.refine((text) => isShare(text), {
  error: 'share_range',
});

/** A fraction that is less than the whole: 0 to below 1. */
export const efficiencyRateSchema = rateSchema.refine(
  (text) => isShare(text) && compareRates(rateFromText(text), WHOLE) < 0,
  {
    error: 'efficiency_rate_range',
  },
);

export const weightSchema = rateSchema.refine((text) => !text.startsWith('-'), { error: 'weight_negative' });

/** A calendar year the model can speak of. */
export const yearSchema = z
  .int({ error: 'year_form' })
  .min(2000, { error: 'year_form' })
  .max(2100, { error: 'year_form' });

/** A moment in UTC. */
export const momentSchema = z.iso
  .datetime({ error: 'moment_form' })
  .meta({ examples: ['2026-11-23T12:00:00Z'], description: 'A moment in UTC' });

export const dateSchema = z.iso.date({ error: 'date_form' });

export const municipalityCodeSchema = z
  .string({ error: 'municipality_code_form' })
  .regex(/^\d{4}$/, { error: 'municipality_code_form' })
  .meta({ examples: ['0101'] });

/** Ids of solutions, components, scenarios and the like: lower case, digits and hyphens. */
export const idSchema = z
  .string({ error: 'id_form' })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'id_form' })
  .max(80, { error: 'id_form' })
  .meta({ examples: ['aula'] });

/** Some text; half a surrogate pair has no canonical JSON and could not be hashed. */
export const textSchema = z
  .string()
  .min(1)
  .refine((text) => text.isWellFormed(), { error: 'text_not_unicode' });

export const bilingualSchema = z.strictObject({ da: textSchema, en: textSchema });

export const provenanceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('published'),
    source: textSchema,
    date: textSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('example'), note: textSchema.exactOptional() }),
]);

/** Compared exactly: a binary number would take 1.000000000000000001 for 1. */
function isShare(text: string): boolean {
  const share = rateFromText(text);
  return compareRates(share, ZERO_RATE) >= 0 && compareRates(share, WHOLE) <= 0;
}
