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

const versionSchema = z.strictObject({
  version: textSchema,
  date: dateSchema.meta({ description: 'The day on which it was sent to the municipalities' }),
  status: z.enum(['draft', 'final']).meta({ description: 'Only a final version can be signed' }),
  changes: z.array(bilingualSchema).meta({ description: 'What it changed from the version before' }),
});

const line = {
  entry: z.int({ error: 'count_form' }).min(1, { error: 'count_form' }),
  recorded: dateSchema.meta({ description: 'The day on which the register learnt of it' }),
  municipality: municipalityCodeSchema,
};
const date = dateSchema.meta({ description: 'The day on which it happened' });

/** One line of the register of who has joined; lines are added and corrected by later lines, never altered. */
const entrySchema = z
  .discriminatedUnion('type', [
    z.strictObject({ ...line, type: z.literal('invited'), date }),
    z.strictObject({ ...line, type: z.literal('signed'), date, version: textSchema }),
    z.strictObject({
      ...line,
      type: z.literal('notice'),
      date,
      lastYear: yearSchema.meta({ description: 'The last year of membership' }),
    }),
    z.strictObject({
      ...line,
      type: z.literal('correction'),
      corrects: z.int({ error: 'count_form' }).min(1, { error: 'count_form' }),
      reason: textSchema,
    }),
  ])
  .meta({ id: 'AccessionEntry' });

const fields = {
  versions: z.array(versionSchema),
  entries: z.array(entrySchema),
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
