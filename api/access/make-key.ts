import type { Identity } from '../../src/access/identity.ts';
import { accepted, type Result } from '../../src/refusal.ts';
import { type ApiKey, apiKeyId, keepApiKey } from '../../store/api-keys.ts';
import { timestamp } from '../../store/clock.ts';
import { type Store, write } from '../../store/write.ts';

/** What a key is to be. */
export interface WantedKey {
  readonly label: string;
  readonly offices: Omit<Identity, 'subject'>;
  readonly days: number;
}

/** Keeps a new key from now on for so many days, and who made it. */
export function makeKey(
  store: Store,
  maker: string,
  key: string,
  { label, offices, days }: WantedKey,
): Promise<Result<ApiKey>> {
  const expiresAt = timestamp(store.clock().add({ hours: 24 * days }));
  const target = `api-keys/${apiKeyId(key)}`;
  const act = { actor: maker, action: 'api-keys.create', target, detail: { ...offices, expiresAt } };
  return write(store, act, async (under) =>
    accepted({ value: await keepApiKey(under, { secret: key, label, expiresAt, offices }) }),
  );
}
