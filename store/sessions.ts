import type { Identity } from '../src/access/identity.ts';
import { accepted } from '../src/refusal.ts';
import { timestamp } from './clock.ts';
import { secretHash } from './secret.ts';
import { type Store, write } from './write.ts';

/** Logs somebody in: whoever shows the token is this identity until then. Sessions that are over are forgotten. */
export async function beginSession(
  store: Store,
  identity: Identity,
  token: string,
  expiresAt: string,
): Promise<void> {
  await write(store, actOf(identity, 'login'), async ({ transaction, at }) => {
    await transaction.deleteFrom('sessions').where('expires_at', '<=', at).execute();
    await transaction
      .insertInto('sessions')
      .values({
        token_hash: secretHash(token),
        identity: JSON.stringify(identity),
        expires_at: expiresAt,
      })
      .execute();
    return accepted({ value: undefined });
  });
}

/** Who is logged in with the token; undefined when nobody is, or the session is over. */
export async function sessionOf({ database, clock }: Store, token: string): Promise<Identity | undefined> {
  const row = await database.query
    .selectFrom('sessions')
    .select('identity')
    .where('token_hash', '=', secretHash(token))
    .where('expires_at', '>', timestamp(clock()))
    .executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.identity);
}

/** Logs out: the token is worth nothing from now on. */
export async function endSession(store: Store, identity: Identity, token: string): Promise<void> {
  await write(store, actOf(identity, 'logout'), async ({ transaction }) => {
    await transaction.deleteFrom('sessions').where('token_hash', '=', secretHash(token)).execute();
    return accepted({ value: undefined });
  });
}

function actOf({ subject, roles }: Identity, action: string) {
  return { actor: subject, action, target: 'sessions', detail: { roles } };
}
