import { z } from 'zod';

/** No accounting system has longer texts, and a document that shows them must stay readable. */
const MOST_CHARACTERS = 100;
const MOST_EMAIL_CHARACTERS = 254;

/** Text that shows all that it holds: no control characters, and none that turn the direction of writing. */
export const plainTextSchema = z
  .string()
  .refine((text) => text.trim() !== '', { error: 'text_empty' })
  .max(MOST_CHARACTERS)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, { error: 'text_not_plain' });

export const emailSchema = z
  .email({ error: 'email_form' })
  .max(MOST_EMAIL_CHARACTERS, { error: 'email_form' });
