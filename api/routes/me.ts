import { z } from 'zod';
import { ROLES } from '../../src/access/identity.ts';
import { ALL_RIGHTS, permits } from '../../src/access/permissions.ts';
import { answers } from '../route-schema.ts';
import type { Api } from '../validation.ts';

const meSchema = z
  .strictObject({
    subject: z.string().meta({ description: 'The name in the audit log' }),
    knownBy: z.enum(['local', 'token', 'key', 'session']).meta({
      description:
        'How that is known; `local`: the server has no access control and serves this machine only',
    }),
    roles: z.array(z.enum(ROLES)),
    municipality: z.string().exactOptional().meta({ description: 'The municipality that one works for' }),
    bodies: z
      .union([z.array(z.string()), z.literal('all')])
      .meta({ description: 'The councils and boards that one sits in; the local user acts for any' }),
    rights: z.array(z.string()).meta({ description: "What one may do, at least to what is one's own" }),
    csrfToken: z
      .string()
      .exactOptional()
      .meta({ description: 'With a session: unsafe requests repeat it in the header X-CSRF-Token' }),
  })
  .meta({ id: 'Me' });

const schema = {
  operationId: 'getMe',
  summary: 'Who you are, and what you may do',
  tags: ['access'],
  response: answers('You', meSchema, ['not-acceptable']),
};

export function meRoutes(app: Api): void {
  app.get('/v1/me', { schema, config: { right: 'known' } }, async ({ identity, caller }) => ({
    ...identity,
    knownBy: caller?.knownBy,
    rights: ALL_RIGHTS.filter((right) => permits(identity, right)),
    ...(caller?.csrfToken !== undefined && { csrfToken: caller.csrfToken }),
  }));
}
