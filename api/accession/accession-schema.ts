import { z } from 'zod';
import {
  accessionEntrySchema,
  accessionEventSchema,
  agreementVersionSchema,
} from '../../data/schema/accession.ts';
import {
  dateSchema,
  idSchema,
  municipalityCodeSchema,
  textSchema,
  yearSchema,
} from '../../data/schema/primitives.ts';
import { ACCESSION_STATUSES } from '../../src/accession/standing.ts';
import { listingQuerySchema, pageSchema } from '../requests/listing.ts';

export const standingQuerySchema = z.strictObject({
  day: dateSchema.exactOptional().meta({
    description: 'As the register stood at the end of this day; left out: today',
    examples: ['2026-01-01'],
  }),
});

const standingSchema = z.strictObject({
  municipality: municipalityCodeSchema,
  name: z.string(),
  status: z.enum(ACCESSION_STATUSES),
  invited: dateSchema.exactOptional(),
  signed: z.strictObject({ date: dateSchema, version: textSchema }).exactOptional(),
  notice: z
    .strictObject({ date: dateSchema, lastYear: yearSchema })
    .exactOptional()
    .meta({ description: 'Notice of withdrawal, and the last year of membership' }),
});

const counts = Object.fromEntries(ACCESSION_STATUSES.map((status) => [status, z.int()]));

/** The answer of `GET /v1/accessions/{id}`. */
export const accessionAnswerSchema = z
  .strictObject({
    agreement: idSchema,
    day: dateSchema,
    versions: z.array(agreementVersionSchema).meta({
      description: 'The texts of the agreement that had been sent out by the day, with what each changed',
    }),
    counts: z.strictObject(counts).meta({ description: 'How many municipalities have come how far' }),
    municipalities: z.array(standingSchema),
  })
  .meta({ id: 'AccessionStandings', description: 'Who has joined, as of a day' });

export type AccessionAnswer = z.infer<typeof accessionAnswerSchema>;

export const entriesQuerySchema = listingQuerySchema.extend({
  municipality: municipalityCodeSchema.exactOptional().meta({ description: 'Only the lines about this one' }),
});

export const entryPageSchema = pageSchema(accessionEntrySchema).meta({ id: 'AccessionEntryPage' });

/** What has happened; its number and the day of recording are the register's to say. */
export const entryRequestSchema = accessionEventSchema;

export type EntryRequest = z.infer<typeof entryRequestSchema>;
