import type { Kysely } from 'kysely';
import { accepted, type Result, refused } from '../src/refusal.ts';
import type { Tables } from './tables.ts';
import type { WriteUnderWay, Written } from './write.ts';

/** What a creation answered: the same key and body give it again. */
export interface KeptAnswer {
  readonly status: number;
  /** JSON text, byte for byte. */
  readonly answer: string;
}

/** A key that a client chose for one creation, and the hash of everything it asked for. */
export interface IdempotencyKey {
  readonly key: string;
  readonly requestHash: string;
}

/**
 * Creates once for each key of an actor: a request that was answered before gets the same answer and nothing
 * is done; the same key with another body is refused (`idempotency_key_reused`).
 */
export async function createOnce(
  write: WriteUnderWay,
  { key, requestHash }: IdempotencyKey,
  create: () => Promise<Result<KeptAnswer>>,
): Promise<Result<Written<KeptAnswer>>> {
  const before = await answeredBefore(write.transaction, write.actor, { key, requestHash });
  if (before !== undefined) return before.ok ? accepted({ value: before.value, isRepeat: true }) : before;
  const created = await create();
  if (!created.ok) return created;
  const { status, answer } = created.value;
  await write.transaction
    .insertInto('idempotency_keys')
    .values({
      actor: write.actor,
      key,
      request_hash: requestHash,
      status: BigInt(status),
      answer,
      at: write.at,
    })
    .execute();
  return accepted({ value: created.value });
}

/** What the actor's request with the key was answered; undefined when there was none. Refused like `createOnce`. */
export async function answeredBefore(
  query: Kysely<Tables>,
  actor: string,
  { key, requestHash }: IdempotencyKey,
): Promise<Result<KeptAnswer> | undefined> {
  const kept = await query
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'answer'])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst();
  if (kept === undefined) return undefined;
  if (kept.request_hash !== requestHash) return keyReused(key);
  return accepted({ status: Number(kept.status), answer: kept.answer });
}

function keyReused(key: string): Result<never> {
  return refused({
    code: 'idempotency_key_reused',
    path: [],
    message: {
      da: `Nøglen "${key}" er allerede brugt til en anden forespørgsel.`,
      en: `The key "${key}" has already been used for another request.`,
    },
    remedy: {
      da: 'Brug en ny Idempotency-Key til hver ny forespørgsel.',
      en: 'Use a new Idempotency-Key for each new request.',
    },
  });
}
