import { z } from 'zod';
import { idSchema, provenanceSchema, textSchema, yearSchema } from './primitives.ts';
import { initiativeSchema, requestedMoveSchema } from './proposal.ts';

const MOST_INITIATIVES = 500;
const MOST_PROPOSALS = 50;
const MOST_YEARS = 10;

/** The years that a proposal is for. */
export const proposalYearsSchema = z
  .array(yearSchema)
  .min(1, { error: 'list_empty' })
  .max(MOST_YEARS, { error: 'list_too_long' })
  .refine((years) => new Set(years).size === years.length, { error: 'year_repeated' });

/** A proposal as a portfolio has it: its initiatives are named, and described in the portfolio. */
const listedProposalSchema = z.strictObject({
  id: idSchema,
  title: textSchema.max(200),
  body: idSchema,
  years: proposalYearsSchema,
  reason: textSchema.max(500),
  initiatives: z.array(idSchema).max(100, { error: 'list_too_long' }),
  moves: z.array(requestedMoveSchema).max(200, { error: 'list_too_long' }).optional(),
});

/** A portfolio (*initiativportefølje*) as a file: what the pool is asked for, and what councils make of it. */
export const portfolioSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  agreement: idSchema,
  provenance: provenanceSchema,
  initiatives: z.array(initiativeSchema).max(MOST_INITIATIVES, { error: 'list_too_long' }),
  proposals: z.array(listedProposalSchema).max(MOST_PROPOSALS, { error: 'list_too_long' }),
});

export type PortfolioDocument = z.infer<typeof portfolioSchema>;
