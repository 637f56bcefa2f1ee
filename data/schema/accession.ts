import { z } from 'zod';
import {
  bilingualSchema,
  dateSchema,
  idSchema,
  municipalityCodeSchema,
  provenanceSchema,
  textSchema,
  yearSchema,
} from './primitives.ts';

/** A text of the agreement (*aftaleversion*) as it was sent round. */
export const agreementVersionSchema = z.strictObject({
  version: textSchema,
  date: dateSchema.meta({ description: 'The day on which it was sent to the municipalities' }),
  status: z.enum(['draft', 'final']).meta({ description: 'Only a final version can be signed' }),
  changes: z.array(bilingualSchema).meta({ description: 'What it changed from the version before' }),
});

const date = dateSchema.meta({ description: 'The day on which it happened' });
const municipality = municipalityCodeSchema;

/** What can happen, in the fields that only it has. */
const EVENTS = {
  invited: { municipality, type: z.literal('invited'), date },
  signed: { municipality, type: z.literal('signed'), date, version: textSchema },
  notice: {
    municipality,
    type: z.literal('notice'),
    date,
    lastYear: yearSchema.meta({ description: 'The last year of membership' }),
  },
  correction: {
    municipality,
    type: z.literal('correction'),
    corrects: z.int({ error: 'count_form' }).min(1, { error: 'count_form' }),
    reason: textSchema,
  },
};

/** What has happened to a municipality's accession, as whoever records it says it. */
export const accessionEventSchema = z
  .discriminatedUnion('type', [
    z.strictObject(EVENTS.invited),
    z.strictObject(EVENTS.signed),
    z.strictObject(EVENTS.notice),
    z.strictObject(EVENTS.correction),
  ])
  .meta({ id: 'AccessionEvent' });

const line = {
  entry: z.int({ error: 'count_form' }).min(1, { error: 'count_form' }),
  recorded: dateSchema.meta({ description: 'The day on which the register learnt of it' }),
};

/** One line of the register of who has joined; lines are added and corrected by later lines, never altered. */
export const accessionEntrySchema = z
  .discriminatedUnion('type', [
    z.strictObject({ ...line, ...EVENTS.invited }),
    z.strictObject({ ...line, ...EVENTS.signed }),
    z.strictObject({ ...line, ...EVENTS.notice }),
    z.strictObject({ ...line, ...EVENTS.correction }),
  ])
  .meta({ id: 'AccessionEntry' });

const fields = {
  versions: z.array(agreementVersionSchema),
  entries: z.array(accessionEntrySchema),
  provenance: provenanceSchema,
};

/** The register of accessions (*tilslutningsregister*) as an agreement carries it. */
export const accessionsSchema = z.strictObject(fields).meta({ id: 'Accessions' });

/** The same as a file of its own. */
export const accessionFileSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  agreement: idSchema,
  ...fields,
});

export type AccessionsDocument = z.infer<typeof accessionsSchema>;
export type AccessionFile = z.infer<typeof accessionFileSchema>;
