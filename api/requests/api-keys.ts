import { z } from 'zod';
import { municipalityCodeSchema, textSchema } from '../../data/schema/primitives.ts';
import { PROGRAM_ROLES } from '../../src/access/identity.ts';
import type { WantedKey } from '../access/make-key.ts';
import { pageSchema } from './listing.ts';

const USUAL_DAYS = 90;
const MOST_DAYS = 366;

/** The offices that a program holds, of which every key has at least one. */
const officesSchema = z.strictObject({
  label: textSchema.max(200).meta({ description: 'Which program it is for', examples: ['Budgetsystem'] }),
  roles: z.array(z.enum(PROGRAM_ROLES)).min(1).meta({
    description: 'Its offices. Programs sit in no council and no board, so they never decide',
  }),
  municipality: municipalityCodeSchema.exactOptional().meta({ description: 'The municipality it works for' }),
});

/** `POST /v1/api-keys` */
export const apiKeyRequestSchema = officesSchema
  .extend({
    days: z
      .int()
      .min(1)
      .max(MOST_DAYS)
      .default(USUAL_DAYS)
      .meta({ description: `How long it is good for: 1 to ${MOST_DAYS} days` }),
  })
  .refine(({ roles, municipality }) => municipality !== undefined || !roles.includes('finance-officer'), {
    error: 'field_missing',
    path: ['municipality'],
  })
  .meta({ id: 'NewApiKey' });

/** The key that a request asks for. */
export function wantedKey({
  label,
  days,
  roles,
  municipality,
}: z.output<typeof apiKeyRequestSchema>): WantedKey {
  return { label, days, offices: { roles, ...(municipality !== undefined && { municipality }), bodies: [] } };
}

const apiKeyFields = {
  id: z.string(),
  ...officesSchema.shape,
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().exactOptional(),
  revokedBy: z.string().exactOptional(),
};

export const madeApiKeySchema = z
  .strictObject({
    ...apiKeyFields,
    key: z.string().meta({ description: 'The key itself, shown here and never again' }),
  })
  .meta({ id: 'MadeApiKey' });

export const apiKeyPageSchema = pageSchema(z.strictObject(apiKeyFields).meta({ id: 'ApiKey' })).meta({
  id: 'ApiKeyPage',
});
