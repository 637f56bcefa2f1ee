import { z } from 'zod';
import { listingQuerySchema, pageSchema } from './listing.ts';

const filter = z.string().max(300).exactOptional();

/** `GET /v1/audit` */
export const auditQuerySchema = listingQuerySchema.extend({
  actor: filter.meta({ description: 'Only what this one did' }),
  action: filter.meta({
    description: 'Only this action, as `scenarios.create` or `login`; a refused one ends in `.refused`',
  }),
  target: filter.meta({ description: 'Only what was done to this, as `scenarios/our-budget`' }),
});

const entrySchema = z
  .strictObject({
    seq: z.int().meta({ description: 'Numbered from 1 without gaps' }),
    at: z.string(),
    actor: z.string(),
    action: z.string(),
    target: z.string(),
    detail: z.looseObject({}),
    previousHash: z.string(),
    hash: z.string().meta({
      description:
        'SHA-256 of the canonical JSON (RFC 8785) of the entry without `hash`, with `seq` as text: it covers the entry before',
    }),
  })
  .meta({ id: 'AuditEntry' });

export const auditPageSchema = pageSchema(entrySchema).meta({ id: 'AuditPage' });
