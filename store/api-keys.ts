import type { Kysely, Selectable } from 'kysely';
import type { Identity } from '../src/access/identity.ts';
import { accepted, type Result, refused } from '../src/refusal.ts';
import { timestamp } from './clock.ts';
import { secretHash } from './secret.ts';
import type { Tables } from './tables.ts';
import type { Store, WriteUnderWay } from './write.ts';

/** A key that a program shows, without its secret. */
export interface ApiKey {
  readonly id: string;
  /** What the program is, in its maker's words. */
  readonly label: string;
  readonly identity: Identity;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly expiresAt: string;
  readonly revokedAt?: string;
  readonly revokedBy?: string;
}

export interface NewApiKey extends Pick<ApiKey, 'label' | 'expiresAt'> {
  readonly secret: string;
  readonly offices: Omit<Identity, 'subject'>;
}

const ID_LENGTH = 16;

/** The id of a key follows from its secret; it can be shown, as nobody gets from it to the secret. */
export function apiKeyId(secret: string): string {
  return secretHash(secret).slice(0, ID_LENGTH);
}

/** Keeps a new key for a program. Its subject in the audit log is `key:` and its id. */
export async function keepApiKey(
  { transaction, at, actor }: WriteUnderWay,
  { secret, label, expiresAt, offices }: NewApiKey,
): Promise<ApiKey> {
  const id = apiKeyId(secret);
  const key = { id, label, identity: { ...offices, subject: `key:${id}` }, createdAt: at, createdBy: actor };
  await transaction
    .insertInto('api_keys')
    .values({
      id,
      label,
      identity: JSON.stringify(key.identity),
      secret_hash: secretHash(secret),
      created_at: at,
      created_by: actor,
      expires_at: expiresAt,
    })
    .execute();
  return { ...key, expiresAt };
}

/** Who holds the secret; undefined when no key has it, or the key has expired or been revoked. */
export async function holderOf({ database, clock }: Store, secret: string): Promise<Identity | undefined> {
  const row = await database.query
    .selectFrom('api_keys')
    .select('identity')
    .where('secret_hash', '=', secretHash(secret))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', timestamp(clock()))
    .executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.identity);
}

/** Keys in id order, expired and revoked ones too: only ids after `after`. */
export async function listApiKeys(
  query: Kysely<Tables>,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<ApiKey[]> {
  const rows = await query
    .selectFrom('api_keys')
    .selectAll()
    .$if(after !== undefined, (keys) => keys.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/**
 * Makes a key useless from now on; one that is revoked already stays as it was.
 *
 * @returns refused with `not_found` when no key has the id
 */
export async function revokeApiKey(
  { transaction, at, actor }: WriteUnderWay,
  id: string,
): Promise<Result<{ readonly value: undefined; readonly isRepeat: boolean }>> {
  const { numUpdatedRows } = await transaction
    .updateTable('api_keys')
    .set({ revoked_at: at, revoked_by: actor })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return accepted({ value: undefined, isRepeat: false });
  const known = await transaction.selectFrom('api_keys').select('id').where('id', '=', id).executeTakeFirst();
  return known === undefined ? notFound(id) : accepted({ value: undefined, isRepeat: true });
}

function fromRow(row: Selectable<Tables['api_keys']>): ApiKey {
  const { id, label, identity, revoked_at: revokedAt, revoked_by: revokedBy } = row;
  return {
    id,
    label,
    identity: JSON.parse(identity),
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    ...(revokedAt !== null && { revokedAt }),
    ...(revokedBy !== null && { revokedBy }),
  };
}

function notFound(id: string): Result<never> {
  return refused({
    code: 'not_found',
    path: [],
    message: { da: `Der er ingen nøgle med id'et "${id}".`, en: `There is no key with the id "${id}".` },
    remedy: { da: 'Se listen over nøgler.', en: 'See the list of keys.' },
  });
}
