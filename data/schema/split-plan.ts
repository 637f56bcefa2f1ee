import { z } from 'zod';
import { GLN_FORM, hasGlnCheckDigit } from '../../src/invoicing/gln.ts';
import { emailSchema, plainTextSchema } from './plain-text.ts';
import { dateSchema, idSchema, municipalityCodeSchema, rateSchema } from './primitives.ts';

const MOST_PLANS = 10_000;

const glnSchema = z
  .string({ error: 'gln_form' })
  .regex(GLN_FORM, { error: 'gln_form', abort: true })
  .refine(hasGlnCheckDigit, { error: 'gln_check_digit' })
  .meta({ description: 'GLN (EAN-nummer), 13 digits', examples: ['5798009883735'] });

export const recipientSchema = z.strictObject({
  recipient: idSchema,
  gln: glnSchema,
  department: plainTextSchema,
  accountString: plainTextSchema.exactOptional(),
  orderReference: plainTextSchema.exactOptional(),
  personReference: plainTextSchema.exactOptional(),
  email: emailSchema.exactOptional(),
});

const partNameSchema = plainTextSchema.regex(/^[^/]*$/, { error: 'part_form' });

/** Goes to one recipient, or is divided into parts that may be divided in turn. */
interface DestinationDocument {
  recipient?: string;
  accountString?: string;
  parts?: PartDocument[];
}

interface PartDocument extends DestinationDocument {
  part: string;
  share: string;
}

const destination = {
  recipient: idSchema.exactOptional(),
  accountString: plainTextSchema.exactOptional(),
};
const part = { part: partNameSchema, share: rateSchema };
const wholePartSchema: z.ZodType<PartDocument> = z.strictObject({
  ...part,
  ...destination,
  recipient: idSchema,
});

/** Parts of parts of parts, and no deeper: a solution, its schools, a stage, a place. */
const partSchema = [1, 2, 3].reduce((inner) => dividedPartSchema(inner), wholePartSchema);

function dividedPartSchema(inner: z.ZodType<PartDocument>): z.ZodType<PartDocument> {
  return z
    .strictObject({ ...part, ...destination, parts: z.array(inner).min(1).exactOptional() })
    .refine(isOneOrSeveral, { error: 'recipient_or_parts' });
}

function isOneOrSeveral({ recipient, accountString, parts }: DestinationDocument): boolean {
  if (parts === undefined) return recipient !== undefined;
  return recipient === undefined && accountString === undefined;
}

const lineSchema = z
  .strictObject({
    solution: idSchema,
    component: idSchema.exactOptional(),
    ...destination,
    parts: z.array(partSchema).min(1).exactOptional(),
  })
  .refine(isOneOrSeveral, { error: 'recipient_or_parts' });

export const splitPlanSchema = z.strictObject({
  municipality: municipalityCodeSchema,
  validFrom: dateSchema,
  validTo: dateSchema.exactOptional(),
  defaultRecipient: idSchema,
  recipients: z.array(recipientSchema).min(1),
  lines: z.array(lineSchema),
});

/** The split plans of an agreement's municipalities as a file. */
export const splitPlansSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  agreement: idSchema,
  plans: z.array(splitPlanSchema).max(MOST_PLANS),
});

export type SplitPlanDocument = z.infer<typeof splitPlanSchema>;
export type SplitPlansDocument = z.infer<typeof splitPlansSchema>;
