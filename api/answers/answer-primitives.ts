import { z } from 'zod';

/**
 * Money as an answer has it: as in requests, but sums may be larger than any single amount that may be sent.
 */
export const amountSchema = z
  .string()
  .regex(/^-?(0|[1-9]\d*)\.\d{2}$/)
  .meta({ description: 'Kroner with exactly two decimals as text', examples: ['1234.50'] });

export const hashSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of canonical JSON (RFC 8785), lower-case hex' });

/** What a reader of figures must know about them. */
export const noteSchema = z.strictObject({
  code: z.enum(['example_figures', 'index_estimates']),
  da: z.string(),
  en: z.string(),
});
